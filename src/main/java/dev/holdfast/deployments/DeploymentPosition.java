package dev.holdfast.deployments;

import java.time.DateTimeException;
import java.time.Instant;

/** Where a deployment stands among others, by when it started; a cursor holds it. */
public record DeploymentPosition(Instant startedAt, long number) {

    /** @throws IllegalArgumentException where it is none */
    public static DeploymentPosition of(String text) {
        var parts = text.split("/", 2);
        if (parts.length != 2) throw new IllegalArgumentException(text);
        return new DeploymentPosition(instant(parts[0]), Long.parseLong(parts[1]));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException notOurs) {
            throw new IllegalArgumentException(notOurs);
        }
    }

    @Override
    public String toString() {
        return startedAt + "/" + number;
    }
}
