package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamKind;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.catalogue.Tier;
import dev.holdfast.http.NotFound;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who answers for what of a service (G1). */
@org.springframework.stereotype.Service
public class Governance {

    private final Documents documents;
    private final Selection selection;
    private final Policies policies;

    Governance(Documents documents, Selection selection, Policies policies) {
        this.documents = documents;
        this.selection = selection;
        this.policies = policies;
    }

    /** By the operating model in force; empty for a service that has none, since it is unassessed. */
    public Optional<Raci> raci(ServiceName name, Instant at) {
        return documents.holding(() -> {
            var view = documents.at(at);
            var service = view.service(name).orElseThrow(() -> new NotFound("There is no service " + name + "."));
            return raci(view, service, selection.of(view, name, at));
        });
    }

    /** By what is selected for it: no query. */
    public Optional<Raci> raci(CatalogueView view, Service service, Selected selected) {
        var model = selected.operatingModel();
        if (model == null) return Optional.empty();
        var owner = service.owner();
        var holder = view.ownerOf(service.name()).map(Team::budgetHolder).orElse(null);
        var names = Raci.names(policies.in(view).heads(), support(view, service), owner == null ? null : owner.value());
        return Optional.of(Raci.of(new Raci.Asked(model, holder, names)));
    }

    private static @Nullable String support(CatalogueView view, Service service) {
        var named = service.support().get(Tier.L2);
        if (named != null) return named.value();
        var teams = view.teams(TeamKind.APPLICATION_SUPPORT);
        return teams.size() == 1 ? Optional.of(teams.getFirst().name()).map(TeamName::value).orElseThrow() : null;
    }
}
