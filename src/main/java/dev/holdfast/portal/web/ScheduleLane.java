package dev.holdfast.portal.web;

import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.oncall.Shift;
import dev.holdfast.oncall.Shifts;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A schedule as a row of the ribbon. A gap is one only in the hours for which the schedule is meant. */
record ScheduleLane(Ribbon.Course course, List<Ribbon.Stretch> gaps) {

    static ScheduleLane of(OnCallNow schedule, String group, WorkingCalendar calendar, Shifts shifts, Names names) {
        var meant = new Meant(schedule.hours(), calendar);
        var stretches = new ArrayList<Ribbon.Stretch>();
        for (var shift : shifts.items()) stretches.addAll(turns(shift, meant, names));
        var gaps = shifts.gaps().stream().flatMap(gap -> meant.within(gap).stream()).map(ScheduleLane::gap).toList();
        stretches.addAll(gaps);
        stretches.sort(Comparator.comparing(Ribbon.Stretch::from));
        var name = schedule.title() == null ? schedule.schedule() : schedule.title();
        return new ScheduleLane(new Ribbon.Course(group, name, schedule.hours().replace('-', ' '), stretches), gaps);
    }

    private static List<Ribbon.Stretch> turns(Shift shift, Meant meant, Names names) {
        var kind = shift.isOverride() ? Ribbon.Kind.OVERRIDE : Ribbon.Kind.TURN;
        return meant.shown(new Period(shift.from(), shift.to())).stream()
                .map(part -> new Ribbon.Stretch(part.from(), end(part), kind, shift.person().value(), names.of(shift.person())))
                .toList();
    }

    private static Ribbon.Stretch gap(Period part) {
        return new Ribbon.Stretch(part.from(), end(part), Ribbon.Kind.GAP, "", "gap");
    }

    private static Instant end(Period part) {
        var end = part.to();
        return end == null ? Instant.MAX : end;
    }

    /** The hours for which a schedule is meant, by a calendar. */
    private record Meant(String hours, WorkingCalendar calendar) {

        /** Working hours are drawn as such; everything else as the turn that it is. */
        List<Period> shown(Period whole) {
            return hours.equals("working") ? within(whole) : List.of(whole);
        }

        List<Period> within(Period whole) {
            if (hours.equals("always")) return List.of(whole);
            var wanted = hours.equals("working");
            var parts = new ArrayList<Period>();
            var from = whole.from();
            var end = ScheduleLane.end(whole);
            while (from.isBefore(end)) {
                var edge = calendar.nextEdge(from);
                var to = edge.isAfter(from) && edge.isBefore(end) ? edge : end;
                if (calendar.isWorking(from) == wanted) parts.add(new Period(from, to));
                from = to;
            }
            return parts;
        }
    }
}
