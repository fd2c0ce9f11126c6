package dev.holdfast.notification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way to a person, its address masked.
 *
 * @param reachable whether it would be used now
 * @param after how long after a step's beginning it is used first
 */
public record Contact(
        String id,
        By by,
        String to,
        boolean confirmed,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy,
        @Nullable Instant lastDelivered,
        @Nullable Instant lastFailure,
        boolean reachable,
        @JsonIgnore Duration after) {}
