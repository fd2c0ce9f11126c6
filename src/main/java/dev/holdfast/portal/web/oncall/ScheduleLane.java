package dev.holdfast.portal.web.oncall;

import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.oncall.Shift;
import dev.holdfast.oncall.Shifts;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.Ribbon;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A schedule as a row of the ribbon. A gap is one only in the hours for which the schedule is meant. */
public record ScheduleLane(OnCallNow schedule, String group, List<Ribbon.Stretch> turns, List<Ribbon.Stretch> gaps, List<Ribbon.Stretch> quiet) {

    public static ScheduleLane of(OnCallNow schedule, String group, WorkingCalendar calendar, Shifts shifts, boolean quietByChoice, Period window, Names names) {
        var turns = new ArrayList<Ribbon.Stretch>();
        var meant = new Meant(schedule.hours(), calendar);
        for (var shift : shifts.items()) turns.addAll(turns(shift, meant, names));
        var gaps = shifts.gaps().stream().flatMap(gap -> meant.within(gap).stream()).map(part -> stretch(part, Ribbon.Kind.GAP, "gap")).toList();
        var quiet = quietByChoice
                ? new Meant("out-of-hours", calendar).within(window).stream().map(part -> stretch(part, Ribbon.Kind.QUIET, "nobody by choice")).toList()
                : List.<Ribbon.Stretch>of();
        return new ScheduleLane(schedule, group, turns, gaps, quiet);
    }

    /** Its row, under the heading of its group. */
    public Ribbon.Course course(String holder) {
        var all = new ArrayList<>(turns);
        all.addAll(gaps);
        all.addAll(quiet);
        all.sort(Comparator.comparing(Ribbon.Stretch::from));
        var name = schedule.title() == null ? schedule.schedule() : schedule.title();
        var second = quiet.isEmpty() ? holder + ", " + schedule.hours().replace('-', ' ') : "nobody out of hours";
        return new Ribbon.Course(group, name, second, all, "/schedules/" + schedule.schedule());
    }

    private static List<Ribbon.Stretch> turns(Shift shift, Meant meant, Names names) {
        var kind = shift.isOverride() ? Ribbon.Kind.OVERRIDE : Ribbon.Kind.TURN;
        return meant.shown(new Period(shift.from(), shift.to())).stream()
                .map(part -> new Ribbon.Stretch(part.from(), end(part), kind, shift.person().value(), names.of(shift.person())))
                .toList();
    }

    private static Ribbon.Stretch stretch(Period part, Ribbon.Kind kind, String words) {
        return new Ribbon.Stretch(part.from(), end(part), kind, "", words);
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
