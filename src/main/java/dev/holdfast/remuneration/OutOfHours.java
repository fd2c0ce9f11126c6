package dev.holdfast.remuneration;

import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** The stretches of a time that lie outside working hours, found once for each calendar. */
final class OutOfHours {

    private final Instant from;
    private final Instant to;
    private final Map<WorkingCalendar, NavigableMap<Instant, Instant>> known = new HashMap<>();

    OutOfHours(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    List<Period> between(WorkingCalendar calendar, Instant start, Instant end) {
        var stretches = known.computeIfAbsent(calendar, this::stretches);
        var first = Objects.requireNonNullElse(stretches.floorKey(start), start);
        var found = new ArrayList<Period>();
        stretches.subMap(first, true, end, false).forEach((open, close) -> {
            var begins = open.isAfter(start) ? open : start;
            var ends = close.isBefore(end) ? close : end;
            if (begins.isBefore(ends)) found.add(new Period(begins, ends));
        });
        return found;
    }

    Duration length(WorkingCalendar calendar, Instant start, Instant end) {
        return between(calendar, start, end).stream().map(Period::length).reduce(Duration.ZERO, Duration::plus);
    }

    private NavigableMap<Instant, Instant> stretches(WorkingCalendar calendar) {
        var stretches = new TreeMap<Instant, Instant>();
        calendar.outOfHours(from, to).forEach(stretch -> stretches.put(stretch.from(), stretch.from().plus(stretch.length())));
        return stretches;
    }
}
