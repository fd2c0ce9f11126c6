package dev.holdfast.readiness;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Stint;
import dev.holdfast.catalogue.TeamKind;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.oncall.ShadowTurn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody who came from application support into a team: from where, since when, and the shadow turns done (B5). */
public record Joiner(PersonName person, String from, Instant since, boolean stillThere, List<ShadowTurn> shadowed) {

    /** By everybody's stints, ascending; the support they were in last before they came counts. */
    static List<Joiner> of(TeamName team, List<Stint> stints, Map<PersonName, List<ShadowTurn>> shadowed, Instant now) {
        var joiners = new ArrayList<Joiner>();
        for (var stint : stints) {
            if (!stint.team().equals(team) || stint.kind() == TeamKind.APPLICATION_SUPPORT || stint.isOver(now)) continue;
            stints.stream()
                    .filter(other -> other.person().equals(stint.person()) && other.kind() == TeamKind.APPLICATION_SUPPORT)
                    .filter(other -> other.time().from().isBefore(stint.time().from()))
                    .reduce((earlier, later) -> later)
                    .map(support -> new Joiner(
                            stint.person(), support.title(), stint.time().from(), !support.isOver(now), shadowed.getOrDefault(stint.person(), List.of())))
                    .ifPresent(joiners::add);
        }
        return joiners;
    }
}
