package dev.holdfast.portal.web.models;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.Peak;
import dev.holdfast.operatingmodel.Selected;
import java.time.Instant;

/** A peak of a service, and what is selected before it, while it lasts and after it. */
record PeakAhead(ServiceName service, Peak peak, Selected before, Selected during, Selected after) {

    /** When target and on-call level follow it: its lead-in comes first. */
    Instant raisedFrom() {
        return peak.during().from().minus(peak.leadIn());
    }

    boolean raises() {
        return during.level() != null && !during.level().equals(before.level());
    }

    boolean changesCalled() {
        return !during.onCall().equals(before.onCall());
    }
}
