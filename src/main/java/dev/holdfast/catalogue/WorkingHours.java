package dev.holdfast.catalogue;

import dev.holdfast.quantities.WeekWindow;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The field {@code workingHours} of an organisation or a team, with the names of the holiday calendars that count in it. */
record WorkingHours(WorkingCalendar calendar, List<String> holidayCalendars) {

    private static final WeekWindow OFFICE = new WeekWindow(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 30), false);

    /** In force until an organisation says otherwise. */
    static final WorkingHours DEFAULT =
            new WorkingHours(new WorkingCalendar(ZoneId.of("Europe/London"), List.of(OFFICE), Set.of()), List.of());

    WorkingHours {
        holidayCalendars = List.copyOf(holidayCalendars);
    }

    static @Nullable WorkingHours read(SpecReader spec) {
        var hours = spec.object("workingHours");
        if (hours == null) return null;
        var zone = hours.required("timeZone", hours.zone("timeZone"));
        var windows = windows(hours);
        var holidays = hours.dates("holidays");
        var calendars = hours.references("holidayCalendars", HolidayCalendarPart.KIND).stream().distinct().toList();
        return zone == null || windows.isEmpty()
                ? null
                : new WorkingHours(new WorkingCalendar(zone, windows, Set.copyOf(holidays)), calendars);
    }

    /** Without the days of the holiday calendars that it names; one that is not there any more has none. */
    WorkingCalendar resolved(Function<String, Set<LocalDate>> dates) {
        if (holidayCalendars.isEmpty()) return calendar;
        var holidays = new HashSet<>(calendar.holidays());
        holidayCalendars.forEach(name -> holidays.addAll(dates.apply(name)));
        return new WorkingCalendar(calendar.zone(), calendar.windows(), holidays);
    }

    private static List<WeekWindow> windows(SpecReader hours) {
        if (hours.has("windows")) return severalWindows(hours);
        if (!hours.has("days") && !hours.has("from") && !hours.has("to")) return List.of(OFFICE);
        var window = hours.window();
        if (window == null) return List.of();
        return List.of(hours.has("days") ? window : onWorkingDays(window));
    }

    private static List<WeekWindow> severalWindows(SpecReader hours) {
        for (var field : List.of("days", "from", "to")) {
            if (hours.has(field)) {
                hours.fault(field, "STATE", field + " stands within windows, where there are windows");
            }
        }
        var windows = new ArrayList<WeekWindow>();
        for (var each : hours.objects("windows")) {
            var window = each.window();
            if (window != null) {
                windows.add(window);
            }
        }
        if (hours.objects("windows").isEmpty()) {
            hours.fault("windows", "OUT_OF_RANGE", "windows names at least one");
        }
        return windows;
    }

    private static WeekWindow onWorkingDays(WeekWindow window) {
        return new WeekWindow(OFFICE.days(), window.from(), window.to(), window.toEndOfDay());
    }
}
