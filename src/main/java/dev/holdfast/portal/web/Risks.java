package dev.holdfast.portal.web;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Selection;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What each service of a view has at risk; without a query. */
@Component
public class Risks {

    private final Selection selection;
    private final Policies policies;

    Risks(Selection selection, Policies policies) {
        this.selection = selection;
        this.policies = policies;
    }

    public AtRisk of(CatalogueView view, ServiceName service) {
        return at(view, service, view.at());
    }

    /** The same for many: the policy is read once for all of them. */
    public Function<ServiceName, AtRisk> in(CatalogueView view) {
        var currency = policies.in(view).currency();
        return service -> AtRisk.of(selection.assessment(view, service), currency, view.at());
    }

    /** At another instant than the view's: at a gap within a peak, say. */
    public AtRisk at(CatalogueView view, ServiceName service, Instant at) {
        return AtRisk.of(selection.assessment(view, service), policies.in(view).currency(), at);
    }
}
