package dev.holdfast.alerts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A trigger that no open alert had, with where it goes and the incident that it makes or joins, if any. */
public record Opening(UUID id, Signal signal, Route route, @Nullable UUID incident) {

    public Instant startedAt() {
        return Start.of(signal.saidStartedAt(), signal.receivedAt());
    }
}
