package dev.holdfast.calendars;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;

/** What follows from what an address says about holidays: a day that is over everywhere stays as it stood. */
final class HolidayNews {

    private static final ZoneOffset LAST_TO_END_A_DAY = ZoneOffset.ofHours(-12);
    private static final int LONGEST = 31;
    private static final int YEARS_AHEAD = 3;

    private HolidayNews() {}

    /** From the year before until the end of the third from now, so that what repeats for ever changes once a year. */
    static IcsBounds bounds(Instant now) {
        var today = today(now);
        return new IcsBounds(
                today.withDayOfYear(1).minusYears(1), today.withDayOfYear(1).plusYears(YEARS_AHEAD + 1L), ZoneOffset.UTC);
    }

    /** Whole days are holidays; what takes hours, or more than a month, is none. */
    static SortedMap<LocalDate, String> days(IcsContent content) {
        var days = new TreeMap<LocalDate, String>();
        for (var event : content.events()) {
            if (event.when() instanceof IcsEvent.When.Days(var first, var after) && !first.plusDays(LONGEST).isBefore(after)) {
                for (var day = first; day.isBefore(after); day = day.plusDays(1)) {
                    days.merge(day, event.summary(), (one, other) -> one.contains(other) ? one : one + ", " + other);
                }
            }
        }
        days.replaceAll((day, name) -> name.length() > 200 ? name.substring(0, 200) : name);
        return days;
    }

    /** What would stand: of the past what stood, of what is ahead what is said now. */
    static SortedMap<LocalDate, String> joined(SortedMap<LocalDate, String> stood, SortedMap<LocalDate, String> said, Instant now) {
        var joined = new TreeMap<>(stood.isEmpty() ? said : stood.headMap(today(now)));
        joined.putAll(said.tailMap(today(now)));
        return joined;
    }

    /** A reading that leaves no day ahead is more likely a mistake than news: it never counts by itself. */
    static boolean leavesNothing(SortedMap<LocalDate, String> stood, SortedMap<LocalDate, String> joined, Instant now) {
        return !stood.tailMap(today(now)).isEmpty() && joined.tailMap(today(now)).isEmpty();
    }

    /** The earliest date that is not over everywhere. */
    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, LAST_TO_END_A_DAY);
    }
}
