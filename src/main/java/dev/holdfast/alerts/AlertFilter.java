package dev.holdfast.alerts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which alerts are asked for; what is null does not matter. */
public record AlertFilter(
        @Nullable String service,
        @Nullable String integration,
        Alert.@Nullable State state,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean unrouted) {}
