package dev.holdfast.oncall;

import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.List;

/**
 * A schedule's own week: seven days by wall clock, counted from its hand-off. {@code days} are the starts of the days and
 * the end of the last; {@code open} is when the schedule's layers cover anything in it.
 */
public record OwnWeek(List<Instant> days, List<Period> open) {

    public OwnWeek {
        days = List.copyOf(days);
        open = List.copyOf(open);
    }

    public Instant from() {
        return days.getFirst();
    }

    public Instant to() {
        return days.getLast();
    }
}
