package dev.holdfast.fairness;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.oncall.Served;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Adds up a person's burden from who was on call and when they were called out. */
final class Tally {

    private Tally() {}

    static Burden of(PersonName person, ZoneId zone, List<Served> served, List<Period> callouts) {
        var onCall = new ArrayList<Period>();
        var outOfHours = new ArrayList<Period>();
        var holidays = new HashSet<LocalDate>();
        for (var schedule : served) {
            for (var shift : schedule.shifts()) {
                if (!shift.person().equals(person)) continue;
                var period = new Period(shift.from(), shift.to());
                onCall.add(period);
                outOfHours.addAll(outOfHours(period, schedule.calendar()));
                if (!schedule.calendar().holidays().isEmpty()) {
                    days(period, schedule.calendar().zone()).stream().filter(schedule.calendar().holidays()::contains).forEach(holidays::add);
                }
            }
        }
        var hard = united(outOfHours);
        var weekends = hard.stream()
                .flatMap(period -> days(period, zone).stream())
                .filter(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY)
                .map(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(1) : day)
                .collect(Collectors.toSet());
        return new Burden(
                person, length(united(onCall)), length(hard), Nights.met(hard, zone).size(), Nights.met(callouts, zone).size(), weekends.size(),
                holidays.size(), callouts.size());
    }

    /** What of it lies outside the hours of work. */
    static List<Period> outOfHours(Period period, WorkingCalendar calendar) {
        var parts = new ArrayList<Period>();
        var end = CalledOut.end(period);
        for (var from = period.from(); from.isBefore(end); ) {
            var edge = calendar.nextEdge(from);
            var to = edge.isBefore(end) ? edge : end;
            if (!calendar.isWorking(from)) parts.add(new Period(from, to));
            from = to;
        }
        return parts;
    }

    static Duration length(Collection<Period> periods) {
        return periods.stream().map(Period::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static List<Period> united(List<Period> periods) {
        var united = new ArrayList<Period>();
        for (var next : periods.stream().sorted(Comparator.comparing(Period::from)).toList()) {
            var last = united.isEmpty() ? null : united.getLast();
            if (last == null || next.from().isAfter(CalledOut.end(last))) {
                united.add(next);
            } else if (CalledOut.end(next).isAfter(CalledOut.end(last))) {
                united.set(united.size() - 1, new Period(last.from(), CalledOut.end(next)));
            }
        }
        return united;
    }

    private static Set<LocalDate> days(Period period, ZoneId zone) {
        var days = new HashSet<LocalDate>();
        Instant end = CalledOut.end(period);
        for (var day = LocalDate.ofInstant(period.from(), zone); day.atStartOfDay(zone).toInstant().isBefore(end); day = day.plusDays(1)) days.add(day);
        return days;
    }
}
