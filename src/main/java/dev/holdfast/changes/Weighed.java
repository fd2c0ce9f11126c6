package dev.holdfast.changes;

import java.util.List;

/** A change with what everybody who looks at it is told beside it (C3). */
public record Weighed(Change change, Risk risk, List<Conflicts.With> conflicts) {

    public Weighed {
        conflicts = List.copyOf(conflicts);
    }
}
