package dev.holdfast.quantities;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids that sort by the time at which they were made (UUID version 7), so that keys grow at one end. */
public final class TimeOrdered {

    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeOrdered() {}

    public static UUID id(Instant at) {
        long random = RANDOM.nextLong();
        long high = at.toEpochMilli() << 16 | 0x7000L | at.getNano() % 1_000_000 / 245;
        return new UUID(high, random & 0x3fffffffffffffffL | 0x8000000000000000L);
    }
}
