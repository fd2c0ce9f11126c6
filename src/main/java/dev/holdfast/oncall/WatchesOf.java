package dev.holdfast.oncall;

import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is really on call by the schedules of one holder that are asked out of hours: of those for the same hours the one
 * that counts, and one for all hours only where the one for out of hours leaves a gap (rule 7).
 */
final class WatchesOf {

    private WatchesOf() {}

    /** A version of a schedule, and in which order its schedule was first applied. */
    record Posted(String name, long place, Instant from, Instant to, ZoneId zone, Schedule schedule) {

        int fits() {
            return schedule.hours().fits(Hours.OUT_OF_HOURS);
        }

        private Period inForce() {
            return new Period(from, to);
        }
    }

    static List<Watch> of(List<Posted> versions, Watch.Of of) {
        var sorted = versions.stream()
                .filter(each -> each.fits() >= 0 && each.from().isBefore(each.to()))
                .sorted(Comparator.comparing(Posted::fits)
                        .thenComparing(each -> !each.schedule().primary())
                        .thenComparing(Posted::place)
                        .thenComparing(Posted::from))
                .toList();
        var watches = new ArrayList<Watch>();
        var taken = new ArrayList<Period>();
        for (var index = 0; index < sorted.size(); index++) {
            var version = sorted.get(index);
            var before = new ArrayList<>(taken);
            sorted.subList(0, index).stream()
                    .filter(other -> !other.name().equals(version.name()) && other.schedule().hours() == version.schedule().hours())
                    .forEach(other -> before.add(other.inForce()));
            for (var watch : of(version, of)) {
                var left = before.isEmpty() ? List.of(watch) : without(watch, before);
                watches.addAll(left);
                if (sorted.size() > 1) left.forEach(each -> taken.add(new Period(each.from(), each.to())));
            }
        }
        return watches;
    }

    private static List<Watch> of(Posted version, Watch.Of of) {
        var roster = version.schedule().roster();
        var turns = new Roster(roster.layers(), List.of()).shifts(version.from(), version.to());
        var weeks = new OwnWeeks(roster, version.zone());
        var watches = new ArrayList<Watch>();
        for (var shift : roster.shifts(version.from(), version.to())) {
            if (shift.isOverride()) {
                overridden(shift, turns, weeks, version, of, watches);
            } else {
                add(shift, shift, weeks, version, of, watches);
            }
        }
        return watches;
    }

    /** An override stands in turns, and perhaps where nobody has one. */
    private static void overridden(Shift shift, List<Shift> turns, OwnWeeks weeks, Posted version, Watch.Of of, List<Watch> watches) {
        var from = shift.from();
        for (var turn : turns) {
            if (!turn.to().isAfter(from) || !turn.from().isBefore(shift.to())) {
                continue;
            }
            if (from.isBefore(turn.from())) {
                add(shift.between(from, turn.from()), null, weeks, version, of, watches);
                from = turn.from();
            }
            var to = turn.to().isBefore(shift.to()) ? turn.to() : shift.to();
            add(shift.between(from, to), turn, weeks, version, of, watches);
            from = to;
        }
        if (from.isBefore(shift.to())) {
            add(shift.between(from, shift.to()), null, weeks, version, of, watches);
        }
    }

    private static void add(Shift shift, @Nullable Shift turn, OwnWeeks weeks, Posted version, Watch.Of of, List<Watch> watches) {
        var layer = turn == null || turn.layer() == null ? 0 : turn.layer();
        var number = turn == null ? null : turn.turn();
        var instead = turn == null || turn.person().equals(shift.person()) ? null : turn.person();
        for (var from = shift.from(); from.isBefore(shift.to()); ) {
            var week = weeks.of(layer, from);
            var to = week.to().isBefore(shift.to()) ? week.to() : shift.to();
            watches.add(new Watch(version.name(), of, version.zone(), from, to, shift.person(), instead, layer, number, week));
            from = to;
        }
    }

    private static List<Watch> without(Watch watch, List<Period> taken) {
        var left = new ArrayList<Watch>();
        var from = watch.from();
        for (var period : taken.stream().sorted(Comparator.comparing(Period::from)).toList()) {
            var end = period.to();
            if (end == null || !end.isAfter(from) || !period.from().isBefore(watch.to())) continue;
            if (from.isBefore(period.from())) left.add(watch.between(from, period.from()));
            from = end;
        }
        if (from.isBefore(watch.to())) left.add(watch.between(from, watch.to()));
        return left;
    }
}
