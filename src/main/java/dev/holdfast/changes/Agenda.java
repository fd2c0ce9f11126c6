package dev.holdfast.changes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Changes that change managers look at together at an instant (C3). */
public record Agenda(UUID id, Instant at, String madeBy, List<Change> changes) {

    public Agenda {
        changes = List.copyOf(changes);
    }
}
