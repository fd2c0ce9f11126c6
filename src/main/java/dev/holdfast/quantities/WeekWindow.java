package dev.holdfast.quantities;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of the week by wall clock. It belongs to the day on which it starts; one whose end is not after its start runs
 * over midnight into the next day.
 */
public record WeekWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to, boolean toEndOfDay) {

    public WeekWindow {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("A window of the week needs a day");
        }
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    public static WeekWindow of(Set<DayOfWeek> days, String from, String to) {
        var endOfDay = to.equals("24:00");
        return new WeekWindow(days, LocalTime.parse(from), endOfDay ? LocalTime.MIDNIGHT : LocalTime.parse(to), endOfDay);
    }

    public boolean startsOn(LocalDate date) {
        return days.contains(date.getDayOfWeek());
    }

    /** This window as it falls on a date; nothing where it does not start on that day or the clocks swallow it. */
    public @Nullable Period on(LocalDate date, ZoneId zone) {
        if (!startsOn(date)) {
            return null;
        }
        var rules = zone.getRules();
        var start = WallClock.startOf(date.atTime(from), rules);
        var end = WallClock.endOf(endOn(date), rules);
        return start.isBefore(end) ? new Period(start, end) : null;
    }

    private LocalDateTime endOn(LocalDate date) {
        if (toEndOfDay) {
            return date.plusDays(1).atStartOfDay();
        }
        return (to.isAfter(from) ? date : date.plusDays(1)).atTime(to);
    }
}
