package dev.holdfast.oncall;

import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts of a stretch of time for which a schedule's hours are meant; the hours of each calendar are worked out once. */
final class MeantTimes {

    private final Instant from;
    private final Instant to;
    private final Map<WorkingCalendar, Map<Boolean, List<Period>>> known = new HashMap<>();

    MeantTimes(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    List<Period> of(ScheduleHours hours, WorkingCalendar calendar) {
        return switch (hours) {
            case ALWAYS -> List.of(new Period(from, to));
            case WORKING -> parts(calendar).getOrDefault(true, List.of());
            case OUT_OF_HOURS -> parts(calendar).getOrDefault(false, List.of());
        };
    }

    private Map<Boolean, List<Period>> parts(WorkingCalendar calendar) {
        return known.computeIfAbsent(calendar, unseen -> {
            var parts = new HashMap<Boolean, List<Period>>();
            for (var start = from; start.isBefore(to); ) {
                var edge = calendar.nextEdge(start);
                var end = edge.isBefore(to) ? edge : to;
                parts.computeIfAbsent(calendar.isWorking(start), none -> new ArrayList<>()).add(new Period(start, end));
                start = end;
            }
            return parts;
        });
    }
}
