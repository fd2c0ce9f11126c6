package dev.holdfast.oncall;

import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WallClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The own weeks of a schedule's layers. A layer's own bounds shorten no week, so that a part of one is a part of its rate. */
final class OwnWeeks {

    private static final int DAYS = DayOfWeek.values().length;

    private final Roster roster;
    private final ZoneId zone;
    private final Map<Key, OwnWeek> known = new HashMap<>();

    OwnWeeks(Roster roster, ZoneId zone) {
        this.roster = roster;
        this.zone = zone;
    }

    private record Key(int layer, long week) {}

    OwnWeek of(int layer, Instant at) {
        var zone = layer < roster.layers().size() ? roster.layers().get(layer).zone() : this.zone;
        var first = layer < roster.layers().size() ? roster.layers().get(layer).handOffs().first() : someMonday(at);
        var week = Math.floorDiv(ChronoUnit.DAYS.between(first, LocalDateTime.ofInstant(at, zone)), (long) DAYS);
        while (day(first, week * DAYS, zone).isAfter(at)) {
            week--;
        }
        while (!day(first, (week + 1) * DAYS, zone).isAfter(at)) {
            week++;
        }
        return week(layer, week, first, zone);
    }

    private OwnWeek week(int layer, long week, LocalDateTime first, ZoneId zone) {
        return known.computeIfAbsent(new Key(layer, week), unseen -> {
            var days = IntStream.rangeClosed(0, DAYS).mapToObj(day -> day(first, week * DAYS + day, zone)).toList();
            var open = open(layer, days.getFirst(), days.getLast());
            return new OwnWeek(days, open.isEmpty() ? List.of(new Period(days.getFirst(), days.getLast())) : open);
        });
    }

    private List<Period> open(int layer, Instant from, Instant to) {
        List<Shift> shifts = List.of();
        for (var index = 0; index < roster.layers().size(); index++) {
            var rotation = roster.layers().get(index);
            var open = index == layer ? new Rotation(rotation.zone(), rotation.handOffs(), rotation.people(), rotation.restrict(), Bounds.NONE) : rotation;
            shifts = Overlay.over(shifts, LayerShifts.of(open, index, from, to));
        }
        var periods = new ArrayList<Period>();
        for (var shift : shifts) {
            var last = periods.isEmpty() ? null : periods.getLast();
            if (last != null && shift.from().equals(last.to())) {
                periods.set(periods.size() - 1, new Period(last.from(), shift.to()));
            } else {
                periods.add(new Period(shift.from(), shift.to()));
            }
        }
        return periods;
    }

    private static Instant day(LocalDateTime first, long day, ZoneId zone) {
        return WallClock.startOf(first.plusDays(day), zone);
    }

    private LocalDateTime someMonday(Instant at) {
        return LocalDate.ofInstant(at, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay();
    }
}
