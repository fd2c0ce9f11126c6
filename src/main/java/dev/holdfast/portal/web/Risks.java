package dev.holdfast.portal.web;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Selection;
import org.springframework.stereotype.Component;

/** What each service of a view has at risk; without a query. */
@Component
class Risks {

    private final Selection selection;
    private final Policies policies;

    Risks(Selection selection, Policies policies) {
        this.selection = selection;
        this.policies = policies;
    }

    AtRisk of(CatalogueView view, ServiceName service) {
        return AtRisk.of(selection.assessment(view, service), policies.in(view).currency(), view.at());
    }
}
