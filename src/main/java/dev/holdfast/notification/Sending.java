package dev.holdfast.notification;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that waits, with what decides its tries.
 *
 * @param address null when the contact was removed meanwhile
 */
record Sending(
        Delivery delivery,
        int tries,
        @Nullable Instant firstTry,
        Duration patience,
        @Nullable String address,
        byte @Nullable [] secret) {}
