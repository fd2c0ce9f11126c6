package dev.holdfast.portal.web.groups;

import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.oncall.Shift;
import dev.holdfast.oncall.Shifts;
import dev.holdfast.portal.web.MeantHours;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.Ribbon;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A schedule as a row of the ribbon, on a page that needs no headings. A gap is one only in the hours for which it is meant. */
record Lane(Ribbon.Course course, List<Ribbon.Stretch> gaps) {

    static Lane of(OnCallNow schedule, WorkingCalendar calendar, Shifts shifts, Names names) {
        var meant = new MeantHours(schedule.hours(), calendar);
        var stretches = new ArrayList<Ribbon.Stretch>();
        for (var shift : shifts.items()) stretches.addAll(turns(shift, meant, names));
        var gaps = shifts.gaps().stream().flatMap(gap -> meant.within(gap).stream()).map(Lane::gap).toList();
        stretches.addAll(gaps);
        stretches.sort(Comparator.comparing(Ribbon.Stretch::from));
        return new Lane(new Ribbon.Course(null, GroupWords.title(schedule), schedule.hours().replace('-', ' '), stretches).at("/schedules/" + schedule.schedule()), gaps);
    }

    private static List<Ribbon.Stretch> turns(Shift shift, MeantHours meant, Names names) {
        var kind = shift.isOverride() ? Ribbon.Kind.OVERRIDE : Ribbon.Kind.TURN;
        return meant.drawn(new Period(shift.from(), shift.to())).stream()
                .map(part -> new Ribbon.Stretch(part.from(), MeantHours.end(part), kind, shift.person().value(), names.of(shift.person())))
                .toList();
    }

    private static Ribbon.Stretch gap(Period part) {
        return new Ribbon.Stretch(part.from(), MeantHours.end(part), Ribbon.Kind.GAP, "", "gap");
    }
}
