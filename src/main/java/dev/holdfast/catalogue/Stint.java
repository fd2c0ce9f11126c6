package dev.holdfast.catalogue;

import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** That a person was in a team from one instant to another; {@code title} and {@code kind} are the team's as they were last. */
public record Stint(PersonName person, TeamName team, String title, @Nullable TeamKind kind, Period time) {

    public boolean isOver(Instant now) {
        return time.to() != null && !time.to().isAfter(now);
    }

    /** From the versions of teams, each ascending: whoever stays through a change of their team has one stint. */
    static List<Stint> of(Map<String, List<Version<Team>>> teams) {
        var stints = new ArrayList<Stint>();
        teams.values().forEach(versions -> {
            var open = new ArrayList<Stint>();
            for (var version : versions) {
                var team = version.value();
                var going = new ArrayList<Stint>();
                for (var member : team.members().stream().distinct().toList()) {
                    var before = open.stream()
                            .filter(stint -> stint.person().equals(member) && Objects.equals(stint.time().to(), version.inForce().from()))
                            .findFirst();
                    before.ifPresent(open::remove);
                    var from = before.map(stint -> stint.time().from()).orElse(version.inForce().from());
                    going.add(new Stint(member, team.name(), team.shown(), team.kind(), new Period(from, version.inForce().to())));
                }
                stints.addAll(open);
                open.clear();
                open.addAll(going);
            }
            stints.addAll(open);
        });
        return stints.stream()
                .sorted(Comparator.comparing((Stint stint) -> stint.time().from()).thenComparing(Stint::team, Comparator.comparing(TeamName::value))
                        .thenComparing(Stint::person))
                .toList();
    }
}
