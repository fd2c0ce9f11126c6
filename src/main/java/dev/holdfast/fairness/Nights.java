package dev.holdfast.fairness;

import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Nights by somebody's wall clock, from 23:00 to 07:00; each is named by the day on which it begins. */
final class Nights {

    private static final LocalTime BEGINS = LocalTime.of(23, 0);
    private static final LocalTime ENDS = LocalTime.of(7, 0);

    private Nights() {}

    static boolean contains(Instant at, ZoneId zone) {
        var time = LocalTime.ofInstant(at, zone);
        return !time.isBefore(BEGINS) || time.isBefore(ENDS);
    }

    /** Those that one of the periods meets; a period without length is a moment. */
    static Set<LocalDate> met(Collection<Period> periods, ZoneId zone) {
        var nights = new TreeSet<LocalDate>();
        for (var period : periods) {
            var end = Objects.requireNonNull(period.to());
            if (contains(period.from(), zone)) nights.add(nightOf(period.from(), zone));
            for (var day = LocalDate.ofInstant(period.from(), zone); ; day = day.plusDays(1)) {
                var begins = day.atTime(BEGINS).atZone(zone).toInstant();
                if (!begins.isBefore(end)) break;
                if (!begins.isBefore(period.from())) nights.add(day);
            }
        }
        return nights;
    }

    private static LocalDate nightOf(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        return local.toLocalTime().isBefore(ENDS) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
    }
}
