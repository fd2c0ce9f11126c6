package dev.holdfast.oncall;

import dev.holdfast.calendars.IcsBounds;
import dev.holdfast.calendars.IcsContent;
import dev.holdfast.calendars.IcsEvent;
import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What follows for a person's leave from what a calendar says: what is new, and what of the last reading is there no more. */
record LeaveNews(Map<String, Period> added, List<Leave> gone, int unchanged) {

    private static final int YEARS_AHEAD = 2;

    /** A leave of the calendar that is known; one that a person withdrew does not come back. */
    record Known(Leave leave, boolean withdrawn) {}

    static IcsBounds bounds(ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        return new IcsBounds(today, today.plusYears(YEARS_AHEAD), zone);
    }

    /** What is over is left out: nothing of the past changes. */
    static Map<String, Period> periods(IcsContent content, ZoneId zone, Instant now) {
        var periods = new LinkedHashMap<String, Period>();
        for (var event : content.events()) {
            var period = switch (event.when()) {
                case IcsEvent.When.Days(var first, var after) ->
                    new Period(first.atStartOfDay(zone).toInstant(), after.atStartOfDay(zone).toInstant());
                case IcsEvent.When.Span(var from, var to) -> new Period(from, to);
            };
            if (!period.length().isZero() && period.length().compareTo(Leaves.LONGEST) <= 0 && after(now, period)) {
                periods.put(event.id(), period);
            }
        }
        return periods;
    }

    /** An address says all there is; a file speaks of its own events alone. */
    static LeaveNews of(Map<String, Period> said, List<Known> known, Leave.Origin origin) {
        var added = new LinkedHashMap<>(said);
        var gone = new ArrayList<Leave>();
        var spokenOf = new HashSet<String>();
        said.keySet().forEach(event -> spokenOf.add(uid(event)));
        var unchanged = 0;
        for (var each : known) {
            var event = String.valueOf(each.leave().event());
            if (each.leave().period().equals(said.get(event))) {
                added.remove(event);
                unchanged++;
            } else if (!each.withdrawn() && (origin == Leave.Origin.ADDRESS || spokenOf.contains(uid(event)))) {
                gone.add(each.leave());
            }
        }
        return new LeaveNews(added, gone, unchanged);
    }

    private static boolean after(Instant now, Period period) {
        return period.to() != null && period.to().isAfter(now);
    }

    private static String uid(String event) {
        return event.substring(0, Math.max(0, event.lastIndexOf(' ')));
    }
}
