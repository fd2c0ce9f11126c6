package dev.holdfast.oncall;

import dev.holdfast.quantities.Period;
import java.util.List;

/** A schedule's shifts in a window, and where nobody is on call. */
public record Shifts(List<Shift> items, List<Period> gaps) {

    public Shifts {
        items = List.copyOf(items);
        gaps = List.copyOf(gaps);
    }
}
