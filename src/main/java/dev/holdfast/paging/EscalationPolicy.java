package dev.holdfast.paging;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long a step waits, how often it goes round, when an acknowledgement lapses, and what breaks through the night. */
record EscalationPolicy(
        Duration stepTimeout,
        Map<String, Duration> tierTimeouts,
        int rounds,
        Duration majorAckTimeout,
        @Nullable BigDecimal breakThroughAbove) {

    static final Duration SHORTEST_STEP = Duration.ofSeconds(1);
    static final EscalationPolicy DEFAULT =
            new EscalationPolicy(Duration.ofMinutes(5), Map.of(), 3, Duration.ofMinutes(30), null);

    EscalationPolicy {
        tierTimeouts = Map.copyOf(tierTimeouts);
        if (stepTimeout.compareTo(SHORTEST_STEP) < 0 || rounds < 1) {
            throw new IllegalArgumentException("A step lasts a second at least, and there is a round");
        }
    }

    Duration timeoutOf(@Nullable String tier) {
        return tier == null ? stepTimeout : tierTimeouts.getOrDefault(tier, stepTimeout);
    }
}
