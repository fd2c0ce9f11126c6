package dev.holdfast.quantities;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A half-open stretch of time {@code [from, to)}; without an end it goes on. */
public record Period(Instant from, @Nullable Instant to) {

    public Period {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A period cannot end at " + to + ", before it begins at " + from);
        }
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && (to == null || instant.isBefore(to));
    }

    public boolean overlaps(Period other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    /** What of this lies within the other; empty where nothing does. */
    public Optional<Period> cutTo(Period other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        var start = from.isBefore(other.from) ? other.from : from;
        return Optional.of(new Period(start, earlier(to, other.to)));
    }

    /** How long it lasts. It must have an end. */
    public Duration length() {
        if (to == null) {
            throw new IllegalStateException("The period from " + from + " has no end");
        }
        return Duration.between(from, to);
    }

    private boolean startsBeforeEndOf(Period other) {
        return other.to == null || from.isBefore(other.to);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant two) {
        if (one == null || two == null) {
            return one == null ? two : one;
        }
        return one.isBefore(two) ? one : two;
    }
}
