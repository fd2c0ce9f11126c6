package dev.holdfast.demo;

import dev.holdfast.alerts.Severity;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.Past;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident of the retailer's past, as {@code history.json} tells it.
 *
 * @param day relative, such as {@code today-2}
 * @param at wall clock in the organisation's zone
 * @param impacts shares of the service that were lost, from a while after the start on; null for what its severity is taken for
 */
record PastIncident(
        String day,
        LocalTime at,
        String service,
        String severity,
        String summary,
        Duration acknowledgedAfter,
        Duration lasted,
        @Nullable List<Impact> impacts) {

    record Impact(Duration after, BigDecimal share) {}

    Instant startedAt(RelativeDays days, ZoneId zone) {
        return days.day(day).atTime(at).atZone(zone).toInstant();
    }

    /** @param person who acknowledged it */
    Past past(Instant startedAt, String person) {
        var revisions = impacts == null
                ? List.<Past.Revision>of()
                : impacts.stream().map(impact -> new Past.Revision(startedAt.plus(impact.after()), impact.share())).toList();
        return new Past(
                new ServiceName(service), summary, Severity.read(severity), null, startedAt, startedAt.plus(lasted),
                startedAt.plus(acknowledgedAfter), person, revisions, null, "demo:" + day + "T" + at + ":" + service);
    }
}
