package dev.holdfast.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way to a person, its address masked.
 *
 * @param reachable whether it would be used now
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
        boolean reachable) {}
