package dev.holdfast.oncall;

import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.List;

/** What a schedule would be: its shifts and gaps in the next weeks, whose shifts move, and what would want mending. */
public record Draft(Instant from, List<Shift> items, List<Shift> before, List<Period> gaps, List<Move> moved, List<Check> checks) {

    public Draft {
        items = List.copyOf(items);
        before = List.copyOf(before);
        gaps = List.copyOf(gaps);
        moved = List.copyOf(moved);
        checks = List.copyOf(checks);
    }
}
