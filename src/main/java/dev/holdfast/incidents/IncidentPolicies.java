package dev.holdfast.incidents;

import dev.holdfast.catalogue.CatalogueView;
import org.springframework.stereotype.Component;

/** What the organisation says of incidents, or the example's policy until there is one. */
@Component
class IncidentPolicies {

    private final IncidentPolicyPart part;

    IncidentPolicies(IncidentPolicyPart part) {
        this.part = part;
    }

    IncidentPolicy in(CatalogueView view) {
        return view.organisation().flatMap(it -> view.part(part, it.name())).orElse(IncidentPolicy.DEFAULT);
    }
}
