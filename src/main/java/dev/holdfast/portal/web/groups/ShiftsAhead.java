package dev.holdfast.portal.web.groups;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.oncall.Shift;
import dev.holdfast.portal.web.MeantHours;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** When a person is called: their shifts ahead, by every schedule that names them. */
@Component
public class ShiftsAhead {

    private final Schedules schedules;

    ShiftsAhead(Schedules schedules) {
        this.schedules = schedules;
    }

    /** The next first. One query whatever their number. */
    public List<Duty> of(CatalogueView view, PersonName person, List<OnCallNow> naming, Duration ahead) {
        var now = view.at();
        var shifts = schedules.shifts(naming.stream().map(OnCallNow::schedule).toList(), now, now.plus(ahead));
        var duties = new ArrayList<Duty>();
        for (var schedule : naming) {
            var its = shifts.get(schedule.schedule());
            if (its == null) continue;
            var meant = new MeantHours(schedule.hours(), view.calendarOf(schedule.team()));
            its.items().stream().filter(shift -> shift.person().equals(person)).map(shift -> duty(schedule, shift, meant)).forEach(duties::add);
        }
        return duties.stream()
                .filter(duty -> !duty.parts().isEmpty())
                .sorted(Comparator.comparing(duty -> duty.parts().getFirst().from()))
                .toList();
    }

    private static Duty duty(OnCallNow schedule, Shift shift, MeantHours meant) {
        return new Duty(schedule, shift, meant.within(new Period(shift.from(), shift.to())));
    }
}
