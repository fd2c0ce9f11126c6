package dev.holdfast.paging;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.oncall.Covering;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is in force, and who covers the service of a callout, at an instant. */
record Situation(Instant now, CatalogueView view, EscalationPolicy policy, Covering covering, Supplier<List<PersonName>> lastResort) {

    /** Null where the callout is made now. */
    @Nullable Instant heldUntil(Callout callout) {
        return callout.isBreakingThrough()
                ? null
                : Holding.until(callout.urgency(), covering.suppressedUntil(), calendar(callout.service()), now);
    }

    private WorkingCalendar calendar(ServiceName service) {
        return view.calendarOf(view.service(service).map(Service::owner).orElse(null));
    }
}
