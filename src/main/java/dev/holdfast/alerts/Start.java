package dev.holdfast.alerts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When an alert began: what its sender says, if that is not after receipt and not a day before it (rule 9). */
final class Start {

    private static final Duration BELIEVABLE = Duration.ofHours(24);

    private Start() {}

    static Instant of(@Nullable Instant said, Instant received) {
        return said == null || said.isAfter(received) || said.isBefore(received.minus(BELIEVABLE)) ? received : said;
    }
}
