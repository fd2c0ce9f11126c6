package dev.holdfast.incidents;

import dev.holdfast.alerts.Severity;
import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;

/** An incident as it is opened. */
final class NewIncident {

    private NewIncident() {}

    static Incident of(IncidentId id, String summary, Joining.Making making, Judgement judgement, Instant now) {
        return of(id, summary, making.service(), making.severity(), judgement, making.startedAt(), now);
    }

    static Incident of(
            IncidentId id,
            String summary,
            ServiceName service,
            Severity severity,
            Judgement judgement,
            Instant startedAt,
            Instant now) {
        return new Incident(
                id, 0, summary, State.TRIGGERED, service, severity, false, judgement.size().type(),
                Incident.TypeBy.EXPECTED_LOSS, judgement.size(), judgement.restoreBy(), false, null, startedAt, now,
                null, null, null, null, null, false, null, null);
    }
}
