package dev.holdfast.portal.web;

import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The hours for which a schedule is meant ({@code working}, {@code out-of-hours} or {@code always}), by a calendar. */
public record MeantHours(String hours, WorkingCalendar calendar) {

    /** The parts of a stretch of time that fall into them. */
    public List<Period> within(Period whole) {
        if (hours.equals("always")) return List.of(whole);
        var wanted = hours.equals("working");
        var parts = new ArrayList<Period>();
        var from = whole.from();
        var end = end(whole);
        while (from.isBefore(end)) {
            var edge = calendar.nextEdge(from);
            var to = edge.isAfter(from) && edge.isBefore(end) ? edge : end;
            if (calendar.isWorking(from) == wanted) parts.add(new Period(from, to));
            from = to;
        }
        return parts;
    }

    /** Working hours are drawn as such; everything else as the turn that it is. */
    public List<Period> drawn(Period whole) {
        return hours.equals("working") ? within(whole) : List.of(whole);
    }

    /** Where it ends; the end of time where it does not. */
    public static Instant end(Period part) {
        var end = part.to();
        return end == null ? Instant.MAX : end;
    }
}
