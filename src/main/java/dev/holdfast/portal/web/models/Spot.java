package dev.holdfast.portal.web.models;

import dev.holdfast.quantities.AvailabilityLevel;
import org.jspecify.annotations.Nullable;

/** A service that has a place on the chart, in words; {@code moves} is where its next peak takes it. */
record Spot(
        String name, AvailabilityLevel level, String demand, String look, double perHour, String money, String title,
        String address, boolean caution, boolean chosen, @Nullable Moves moves) {

    /** The level that a peak calls for, and when and how much in words. */
    record Moves(AvailabilityLevel level, double perHour, String words, String title) {}

    boolean movesOut() {
        return moves != null && !moves.level().equals(level);
    }
}
