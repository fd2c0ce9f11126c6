package dev.holdfast.portal.web.models;

import dev.holdfast.quantities.AvailabilityLevel;
import org.jspecify.annotations.Nullable;

/**
 * A service that has a place on the chart; {@code moves} is where its next peak takes it. Its words are made when they
 * are asked for: of thousands only those are that stand there by themselves.
 */
record Spot(
        String name, AvailabilityLevel level, String demand, String look, double perHour, Words words, boolean caution,
        boolean chosen, @Nullable Moves moves) {

    /** What is said of it, and where that leads. */
    interface Words {

        String money();

        String title();

        String address();
    }

    String money() {
        return words.money();
    }

    String title() {
        return words.title();
    }

    String address() {
        return words.address();
    }

    /** The level that a peak calls for, and when and how much in words. */
    record Moves(AvailabilityLevel level, double perHour, String words, String title) {}

    boolean movesOut() {
        return moves != null && !moves.level().equals(level);
    }
}
