package dev.holdfast.oncall;

import dev.holdfast.quantities.WeekWindow;
import java.time.LocalDate;
import java.util.List;

/** Counts the active days of a rotation from its first day on, week by week, without walking through them. */
final class ActiveDays {

    private static final int WEEK = 7;

    private final int[] before = new int[WEEK + 1];

    /** No windows: every day is active. */
    ActiveDays(LocalDate first, List<WeekWindow> windows) {
        for (var day = 0; day < WEEK; day++) {
            var date = first.plusDays(day);
            var active = windows.isEmpty() || windows.stream().anyMatch(window -> window.startsOn(date));
            before[day + 1] = before[day] + (active ? 1 : 0);
        }
    }

    /** How many of the days from the first day up to that one, itself left out, are active. */
    long before(long day) {
        return Math.floorDiv(day, (long) WEEK) * before[WEEK] + before[(int) Math.floorMod(day, (long) WEEK)];
    }

    /** The first day before which so many are active. */
    long after(long active) {
        if (active == 0) {
            return 0;
        }
        var weeks = Math.floorDiv(active - 1, (long) before[WEEK]);
        var rest = (int) Math.floorMod(active - 1, (long) before[WEEK]) + 1;
        var day = 1;
        while (before[day] < rest) {
            day++;
        }
        return weeks * WEEK + day;
    }
}
