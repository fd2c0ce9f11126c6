package dev.holdfast.incidents;

import dev.holdfast.alerts.Opening;
import dev.holdfast.alerts.Route;
import dev.holdfast.alerts.Severity;
import dev.holdfast.alerts.Signal;
import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A trigger that opens an alert, and where it goes. */
record Fresh(UUID alert, Signal signal, long times, Route route, Treatment treatment) {

    /** The service whose incident it makes or joins; none for what is unrouted, in dry run or never pages. */
    @Nullable ServiceName answeredBy() {
        return route.dryRun() || treatment.page() == Treatment.Pages.NEVER ? null : route.service();
    }

    Severity severity() {
        return signal.severity();
    }

    Instant startedAt() {
        return into(null).startedAt();
    }

    Opening into(@Nullable IncidentId incident) {
        return new Opening(alert, signal, route, incident == null ? null : incident.value());
    }
}
