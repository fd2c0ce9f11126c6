package dev.holdfast.portal.web.models;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Lifecycle;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.NotFound;
import dev.holdfast.operatingmodel.Decision;
import dev.holdfast.operatingmodel.Decisions;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.portal.web.AtRisk;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts services beside what is selected for them and what was decided of them: two queries for all of them. */
@Component
class Placing {

    private final Selection selection;
    private final Decisions decisions;
    private final Policies policies;

    Placing(Selection selection, Decisions decisions, Policies policies) {
        this.selection = selection;
        this.decisions = decisions;
        this.policies = policies;
    }

    /** All that are not decommissioned, the most at risk first. */
    List<Placed> all(CatalogueView view) {
        var selected = selection.all(view, view.at());
        var latest = decisions.latest(view.at());
        var currency = policies.in(view).currency();
        return view.services().stream()
                .filter(service -> service.lifecycle() != Lifecycle.DECOMMISSIONED)
                .flatMap(service -> Optional.ofNullable(selected.get(service.name())).stream()
                        .map(its -> placed(view, service, its, latest.get(service.name()), currency)))
                .sorted(Comparator.comparing(Placed::perHour).reversed().thenComparing(Placed::name))
                .toList();
    }

    Placed one(CatalogueView view, ServiceName name) {
        var service = view.service(name).orElseThrow(() -> new NotFound("There is no service " + name + "."));
        var latest = decisions.of(name, null, 1).stream().findFirst().orElse(null);
        return placed(view, service, selection.of(view, name, view.at()), latest, policies.in(view).currency());
    }

    private Placed placed(CatalogueView view, Service service, Selected selected, @Nullable Decision latest, Currency currency) {
        var assessment = selection.assessment(view, service.name());
        return new Placed(service, assessment, selected, AtRisk.of(assessment, currency, view.at()), latest);
    }
}
