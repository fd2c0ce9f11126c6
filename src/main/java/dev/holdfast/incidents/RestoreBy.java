package dev.holdfast.incidents;

import dev.holdfast.quantities.WallClock;
import dev.holdfast.quantities.WeekWindow;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;

/** Until when availability is to be restored by a method (rule 10). */
final class RestoreBy {

    private static final int LOOK_AHEAD_DAYS = 366;

    private RestoreBy() {}

    /** Immediately is the instant itself; when possible has no end. */
    static Optional<Instant> of(RestoreMethod method, WorkingCalendar calendar, Instant since) {
        return switch (method) {
            case RESTORE_IMMEDIATELY -> Optional.of(since);
            case RESTORE_BY_NEXT_WORKING_DAY -> endOfNextWorkingDay(calendar, since);
            case RESTORE_WHEN_POSSIBLE -> Optional.empty();
        };
    }

    private static Optional<Instant> endOfNextWorkingDay(WorkingCalendar calendar, Instant since) {
        var today = since.atZone(calendar.zone()).toLocalDate();
        return today.plusDays(1)
                .datesUntil(today.plusDays(LOOK_AHEAD_DAYS))
                .flatMap(day -> endOf(calendar, day).stream())
                .findFirst()
                .map(end -> WallClock.endOf(end, calendar.zone()));
    }

    private static Optional<LocalDateTime> endOf(WorkingCalendar calendar, LocalDate day) {
        if (calendar.holidays().contains(day)) {
            return Optional.empty();
        }
        return calendar.windows().stream()
                .filter(window -> window.days().contains(day.getDayOfWeek()))
                .map(window -> end(window, day))
                .max(Comparator.naturalOrder());
    }

    private static LocalDateTime end(WeekWindow window, LocalDate day) {
        if (window.toEndOfDay()) {
            return day.plusDays(1).atStartOfDay();
        }
        return (window.to().isAfter(window.from()) ? day : day.plusDays(1)).atTime(window.to());
    }
}
