package dev.holdfast.oncall;

import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.catalogue.Tier;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A part of a shift within one turn and one week of its schedule, by a schedule that is asked out of hours. Of an
 * override {@code insteadOf} is whoever's turn it is; where it is nobody's there is no turn.
 */
public record Watch(
        String schedule, Of of, ZoneId zone, Instant from, Instant to, PersonName person, @Nullable PersonName insteadOf,
        int layer, @Nullable Long turn, OwnWeek week) {

    /** Whose schedule it is: a team's, for operations with a tier, or a domain's; a duty's where neither is there. */
    public record Of(@Nullable TeamName team, @Nullable Tier tier, @Nullable DomainName domain) {

        static Of holder(Holder holder) {
            return switch (holder) {
                case Holder.OfTeam(var team, var tier) -> new Of(team, tier, null);
                case Holder.OfDomain(var domain) -> new Of(null, null, domain);
                case Holder.OfDuty() -> new Of(null, null, null);
            };
        }
    }

    Watch between(Instant start, Instant end) {
        return new Watch(schedule, of, zone, start, end, person, insteadOf, layer, turn, week);
    }
}
