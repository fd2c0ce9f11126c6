package dev.holdfast.changes.web;

import dev.holdfast.http.Unprocessable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants of requests. */
final class Times {

    private static final Duration SKEW = Duration.ofHours(1);

    private Times() {}

    /** What happened is not ahead of us by more than clocks differ. */
    static Instant notAhead(String field, Instant at, Clock clock) {
        if (at.isAfter(clock.instant().plus(SKEW))) throw Unprocessable.of(field, "OUT_OF_RANGE", field + " is in the future.");
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
