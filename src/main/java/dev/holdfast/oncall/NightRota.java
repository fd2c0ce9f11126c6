package dev.holdfast.oncall;

import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A schedule that answers out of hours for a team or a domain, and who takes turns in it. */
public record NightRota(
        String schedule, @Nullable String title, @Nullable TeamName team, @Nullable DomainName domain, Set<PersonName> people) {

    static Stream<NightRota> of(String name, @Nullable String title, Schedule schedule, Instant at) {
        var people = schedule.roster().participants(at);
        return switch (schedule.holder()) {
            case Holder.OfTeam(var team, var tier) -> tier == null ? Stream.of(new NightRota(name, title, team, null, people)) : Stream.empty();
            case Holder.OfDomain(var domain) -> Stream.of(new NightRota(name, title, null, domain, people));
            case Holder.OfDuty() -> Stream.empty();
        };
    }

    /** The title, or the name where there is none. */
    public String shown() {
        return title == null ? schedule : title;
    }
}
