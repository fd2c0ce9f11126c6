package dev.holdfast.handover;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A changeover with what was written for it, what the shift was like, and when the one who takes over said so. */
public record Handover(Changeover change, List<Note> notes, Digest digest, @Nullable Instant acknowledgedAt) {

    public Handover {
        notes = List.copyOf(notes);
    }

    public String id() {
        return change.id();
    }
}
