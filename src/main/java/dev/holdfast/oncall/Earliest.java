package dev.holdfast.oncall;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The earliest of several instants, where an absent one never comes. */
final class Earliest {

    private Earliest() {}

    static @Nullable Instant of(@Nullable Instant... instants) {
        return Stream.of(instants)
                .flatMap(Stream::ofNullable)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
