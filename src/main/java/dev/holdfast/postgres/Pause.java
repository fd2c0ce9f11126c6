package dev.holdfast.postgres;

import java.time.Duration;

/** A pause between two looks at a process. */
final class Pause {

    private Pause() {}

    static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while waiting for PostgreSQL", interrupted);
        }
    }
}
