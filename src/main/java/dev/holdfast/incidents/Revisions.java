package dev.holdfast.incidents;

import dev.holdfast.catalogue.ServiceName;
import java.math.BigDecimal;
import java.time.Instant;

/** What was said of an incident's cost, in the order in which it was entered. */
final class Revisions {

    /** From an instant on, so much of a service is lost. */
    record ImpactRevision(IncidentId incident, ServiceName service, Instant at, BigDecimal impact, String by) {}

    /** At an instant, so much had been lost. */
    record StatedRevision(IncidentId incident, Instant at, BigDecimal amount, String by) {}

    private Revisions() {}
}
