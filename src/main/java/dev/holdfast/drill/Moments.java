package dev.holdfast.drill;

import dev.holdfast.quantities.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** The instants that the moments of a drill are: pure. */
final class Moments {

    private static final LocalTime DEEP_IN_THE_NIGHT = LocalTime.of(3, 0);

    private Moments() {}

    /** The next instant out of hours: now itself, where nobody works. */
    static Instant tonight(WorkingCalendar calendar, Instant now) {
        var at = now;
        while (calendar.isWorking(at)) {
            at = calendar.nextEdge(at);
        }
        return at;
    }

    /** The next Sunday at 03:00 that is still ahead. */
    static Instant sunday(ZoneId zone, Instant now) {
        var local = now.atZone(zone);
        var sunday = local.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).with(DEEP_IN_THE_NIGHT);
        return sunday.isAfter(local) ? sunday.toInstant() : sunday.plusWeeks(1).toInstant();
    }

    /** Whether a night's drill is due: it is past 02:00 there, and there was none since. */
    static boolean isDue(ZoneId zone, Instant now, Instant last) {
        var two = now.atZone(zone).with(LocalTime.of(2, 0));
        var latest = two.toInstant().isAfter(now) ? two.minusDays(1) : two;
        return last.isBefore(latest.toInstant());
    }
}
