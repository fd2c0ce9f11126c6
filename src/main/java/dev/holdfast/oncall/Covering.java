package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.catalogue.Tier;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.quantities.Because;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who covers a service at an instant, and why. {@code people} are called first, in order; of a suppressed one they are
 * those who will be called then. {@code fallback} is the chain of those reachable where nobody answers.
 */
public record Covering(
        ServiceName service,
        Instant at,
        CoverStatus status,
        OnCallLevel level,
        Hours hours,
        List<PersonName> people,
        @Nullable String schedule,
        @Nullable Instant until,
        @Nullable Instant suppressedUntil,
        List<TierCover> tiers,
        @Nullable Next next,
        boolean gap,
        List<Because> explain,
        List<PersonName> fallback) {

    public Covering {
        people = List.copyOf(people);
        tiers = List.copyOf(tiers);
        explain = List.copyOf(explain);
        fallback = List.copyOf(fallback);
    }

    /** Who answers in one tier of operations; {@code together} where it is called in one step with the tier before it. */
    public record TierCover(Tier tier, TeamName team, @Nullable String schedule, List<PersonName> people, boolean together) {}

    /** The next different person of the schedule. */
    public record Next(PersonName person, String schedule, Instant from) {}
}
