package dev.holdfast.notification;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told, without its words: those are asked for right before each attempt.
 *
 * @param regarding what it is about, in the words of whoever sends it
 * @param patience for how long a failing delivery is tried again
 */
public record Message(
        String type,
        String regarding,
        @Nullable Integer step,
        @Nullable Integer round,
        @Nullable String schedule,
        Set<String> alsoRegarding,
        Duration patience) {

    private static final Duration STEP = Duration.ofMinutes(5);

    public Message {
        if (type.isBlank() || regarding.isBlank()) throw new IllegalArgumentException("A message has a type and a subject");
        if (patience.isNegative()) throw new IllegalArgumentException("Patience is not negative: " + patience);
        alsoRegarding = Set.copyOf(alsoRegarding);
    }

    public Message(
            String type,
            String regarding,
            @Nullable Integer step,
            @Nullable Integer round,
            @Nullable String schedule,
            Set<String> alsoRegarding) {
        this(type, regarding, step, round, schedule, alsoRegarding, STEP);
    }
}
