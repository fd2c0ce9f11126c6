package dev.holdfast.quantities;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When somebody works: windows of the week by the wall clock of a zone, without the public holidays (rule 6). */
public record WorkingCalendar(ZoneId zone, List<WeekWindow> windows, Set<LocalDate> holidays) {

    /** The clocks may turn an instant's local date back over midnight, and a window may run over it. */
    private static final int DAYS_BEFORE = 2;

    private static final int DAYS_AFTER = 1;

    public WorkingCalendar {
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("A working calendar needs a window");
        }
        windows = List.copyOf(windows);
        holidays = Set.copyOf(holidays);
    }

    /** Monday to Friday, 09:00 to 17:30. */
    public static WorkingCalendar usualIn(ZoneId zone) {
        var weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        return new WorkingCalendar(zone, List.of(WeekWindow.of(weekdays, "09:00", "17:30")), Set.of());
    }

    public boolean isWorking(Instant at) {
        var date = LocalDate.ofInstant(at, zone);
        for (var day = date.minusDays(DAYS_BEFORE); !day.isAfter(date.plusDays(DAYS_AFTER)); day = day.plusDays(1)) {
            for (var period : on(day)) {
                if (period.contains(at)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The earliest instant, not before the one given, that begins a window: inside a window, the start of the next. */
    public Instant nextWorkingStart(Instant at) {
        @Nullable Instant next = null;
        for (var day = firstDay(at); next == null || !day.isAfter(lastDay(next)); day = day.plusDays(1)) {
            for (var period : on(day)) {
                next = period.from().isBefore(at) ? next : earlier(next, period.from());
            }
        }
        return next;
    }

    /** The next instant, after the one given, at which working may begin or end. */
    public Instant nextEdge(Instant at) {
        @Nullable Instant next = null;
        for (var day = firstDay(at); next == null || !day.isAfter(lastDay(next)); day = day.plusDays(1)) {
            for (var period : on(day)) {
                next = period.from().isAfter(at) ? earlier(next, period.from()) : next;
                next = endOf(period).isAfter(at) ? earlier(next, endOf(period)) : next;
            }
        }
        return next;
    }

    /** The end of the last window of the first working day after the local day of the instant. */
    public Instant endOfNextWorkingDay(Instant at) {
        var day = LocalDate.ofInstant(at, zone).plusDays(1);
        while (on(day).isEmpty()) {
            day = day.plusDays(1);
        }
        return on(day).stream().map(WorkingCalendar::endOf).max(Instant::compareTo).orElseThrow();
    }

    /** What of a time lies outside every window, ascending. */
    public List<Period> outOfHours(Instant from, Instant to) {
        var working = new ArrayList<Period>();
        for (var day = firstDay(from); !day.isAfter(lastDay(to)); day = day.plusDays(1)) {
            working.addAll(on(day));
        }
        working.sort(Comparator.comparing(Period::from));
        var left = new ArrayList<Period>();
        var at = from;
        for (var period : working) {
            var begins = period.from().isBefore(to) ? period.from() : to;
            if (at.isBefore(begins)) left.add(new Period(at, begins));
            at = endOf(period).isAfter(at) ? endOf(period) : at;
        }
        if (at.isBefore(to)) left.add(new Period(at, to));
        return left;
    }

    private List<Period> on(LocalDate day) {
        if (holidays.contains(day)) {
            return List.of();
        }
        var periods = new ArrayList<Period>(windows.size());
        for (var window : windows) {
            var period = window.on(day, zone);
            if (period != null) {
                periods.add(period);
            }
        }
        return periods;
    }

    private LocalDate firstDay(Instant at) {
        return LocalDate.ofInstant(at, zone).minusDays(DAYS_BEFORE);
    }

    /** No later day begins anything earlier than what was found. */
    private LocalDate lastDay(Instant found) {
        return LocalDate.ofInstant(found, zone).plusDays(DAYS_AFTER);
    }

    private static Instant endOf(Period window) {
        var end = window.to();
        if (end == null) {
            throw new IllegalStateException("A window of the week ends");
        }
        return end;
    }

    private static Instant earlier(@Nullable Instant one, Instant two) {
        return one == null || two.isBefore(one) ? two : one;
    }
}
