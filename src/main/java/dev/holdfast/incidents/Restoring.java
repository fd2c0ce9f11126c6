package dev.holdfast.incidents;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.quantities.Money;
import org.springframework.stereotype.Component;

/** How soon the policy expects a service to be restored when all of it is lost (rule 10). */
@Component
public class Restoring {

    private final IncidentPolicies policies;

    Restoring(IncidentPolicies policies) {
        this.policies = policies;
    }

    /** By what an hour of it costs. */
    public RestoreMethod expected(CatalogueView view, Money anHour) {
        return policies.in(view).thresholds(anHour.currency()).sizeOf(anHour).method();
    }
}
