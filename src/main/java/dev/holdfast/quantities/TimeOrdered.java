package dev.holdfast.quantities;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ids that sort by the time for which they were made (UUID version 7), and on one node in the order in which they were
 * made, so that what happens at one instant keeps its order.
 */
public final class TimeOrdered {

    private static final int RANDOM_BITS = 30;
    private static final long VARIANT = 0x8000000000000000L;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicInteger MADE = new AtomicInteger();

    private TimeOrdered() {}

    public static UUID id(Instant at) {
        long high = at.toEpochMilli() << 16 | 0x7000L | at.getNano() % 1_000_000 / 245;
        long order = Integer.toUnsignedLong(MADE.getAndIncrement());
        return new UUID(high, VARIANT | order << RANDOM_BITS | RANDOM.nextInt(1 << RANDOM_BITS));
    }
}
