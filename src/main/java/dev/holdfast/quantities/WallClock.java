package dev.holdfast.quantities;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * From a local time to its instant, so that coverage never shrinks when the clocks change (rule 6): a time that does
 * not exist is the first instant after the gap; of a time that comes twice, a start takes the first, an end the last.
 */
public final class WallClock {

    private WallClock() {}

    public static Instant startOf(LocalDateTime local, ZoneId zone) {
        return startOf(local, zone.getRules());
    }

    public static Instant endOf(LocalDateTime local, ZoneId zone) {
        return endOf(local, zone.getRules());
    }

    static Instant startOf(LocalDateTime local, ZoneRules rules) {
        var offsets = rules.getValidOffsets(local);
        return offsets.isEmpty()
                ? rules.getTransition(local).getInstant()
                : local.toInstant(offsets.getFirst());
    }

    static Instant endOf(LocalDateTime local, ZoneRules rules) {
        var offsets = rules.getValidOffsets(local);
        return offsets.isEmpty()
                ? rules.getTransition(local).getInstant()
                : local.toInstant(offsets.getLast());
    }
}
