package dev.holdfast.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a delivery that failed is tried again: soon at first, then every minute, until patience ends. */
public final class Backoff {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60));

    private Backoff() {}

    /** The next try after the given number of them, or empty when it is given up. */
    public static Optional<Instant> next(int attempts, Instant first, Duration patience, Instant now) {
        var pause = PAUSES.get(Math.clamp(attempts - 1, 0, PAUSES.size() - 1));
        var next = now.plus(pause);
        return next.isAfter(first.plus(patience)) ? Optional.empty() : Optional.of(next);
    }
}
