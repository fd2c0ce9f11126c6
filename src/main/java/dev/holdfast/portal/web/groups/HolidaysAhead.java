package dev.holdfast.portal.web.groups;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.ReaderTime;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which holidays count for a team in the weeks ahead, by its own days and its zone. */
final class HolidaysAhead {

    private static final int DAYS = 56;

    private HolidaysAhead() {}

    static List<Pair> of(CatalogueView view, TeamName team, ReaderTime time) {
        var calendar = view.calendarOf(team);
        var today = LocalDate.ofInstant(time.now(), calendar.zone());
        return calendar.holidays().stream()
                .filter(day -> !day.isBefore(today) && day.isBefore(today.plusDays(DAYS)))
                .sorted()
                .map(day -> pair(view, team, day, time))
                .toList();
    }

    private static Pair pair(CatalogueView view, TeamName team, LocalDate day, ReaderTime time) {
        return view.holidayCalendarsOf(team).stream()
                .flatMap(name -> view.holidayCalendar(name).stream())
                .filter(calendar -> calendar.days().containsKey(day))
                .findFirst()
                .map(calendar -> Pair.to(time.day(day), HolidaySheet.named(name(calendar.days().get(day))), "/holiday-calendars/" + calendar.name()))
                .orElseGet(() -> Pair.of(time.day(day), "a holiday"));
    }

    private static String name(@Nullable String name) {
        return name == null ? "" : name;
    }
}
