package dev.holdfast.paging;

import dev.holdfast.catalogue.CatalogueView;
import org.springframework.stereotype.Component;

/** The policy in force; the usual one where no organisation says otherwise. */
@Component
class EscalationPolicies {

    private final EscalationPart part;

    EscalationPolicies(EscalationPart part) {
        this.part = part;
    }

    EscalationPolicy in(CatalogueView view) {
        return view.parts(part).values().stream().findFirst().orElse(EscalationPolicy.DEFAULT);
    }
}
