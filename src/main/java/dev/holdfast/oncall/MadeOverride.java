package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An override that somebody made by hand, or that a swap made. What has been of it stays, whoever ends it. */
public record MadeOverride(
        String id,
        String schedule,
        Instant from,
        Instant to,
        PersonName person,
        @Nullable String note,
        Instant madeAt,
        String madeBy,
        @Nullable Instant endedAt,
        @Nullable String swap) {

    /** Whether anything of it counts within a time. */
    public boolean countsWithin(Period time) {
        return inForce().filter(its -> new Period(its.from(), its.to()).overlaps(time)).isPresent();
    }

    /** What counts of it: nothing before it was made, nothing after it was ended. */
    Optional<ScheduleOverride> inForce() {
        var start = from.isAfter(madeAt) ? from : madeAt;
        var end = endedAt == null || to.isBefore(endedAt) ? to : endedAt;
        return start.isBefore(end) ? Optional.of(new ScheduleOverride(start, end, person)) : Optional.empty();
    }
}
