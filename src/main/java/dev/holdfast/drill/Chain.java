package dev.holdfast.drill;

import dev.holdfast.alerts.Way;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.quantities.Money;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One way of an alert followed to the person who would be called.
 *
 * @param people who would be called first, in order: of one that waits, those called when work begins
 * @param waitsUntil when somebody is called, where nobody is before
 */
public record Chain(
        Way way,
        Moment moment,
        Instant at,
        @Nullable ServiceName service,
        @Nullable TeamName team,
        @Nullable DomainName domain,
        Verdict verdict,
        List<PersonName> people,
        @Nullable Instant waitsUntil,
        List<Step> steps,
        @Nullable Money atRisk) {

    public Chain {
        people = List.copyOf(people);
        steps = List.copyOf(steps);
    }

    /** The first broken link, if one is. */
    public @Nullable Broken broken() {
        return steps.stream().map(Step::broken).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
