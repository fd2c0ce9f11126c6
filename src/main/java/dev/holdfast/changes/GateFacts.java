package dev.holdfast.changes;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Service;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.DeploymentFilter;
import dev.holdfast.deployments.Deployments;
import dev.holdfast.http.Limit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers by what the gate decides, now or as it was. */
@Component
class GateFacts {

    private static final int LATEST_CHANGES = 50;
    private static final Limit LATEST_ATTEMPTS = new Limit(20);

    private final Changes changes;
    private final ChangeStore store;
    private final TemplateStore templates;
    private final FreezeWindowPart freezes;
    private final ChangePolicies policies;
    private final Deployments deployments;

    GateFacts(
            Changes changes, ChangeStore store, TemplateStore templates, FreezeWindowPart freezes, ChangePolicies policies, Deployments deployments) {
        this.changes = changes;
        this.store = store;
        this.templates = templates;
        this.freezes = freezes;
        this.policies = policies;
        this.deployments = deployments;
    }

    /** @param view what is declared now */
    Gating.Facts now(GateQuestion question, Service service, CatalogueView view, Instant now) {
        var isOpen = question.emergency() != null && changes.hasOpenIncident(service.name(), question.emergency().incident());
        return facts(question, service, view, latest(question), attempts(question, null), isOpen, now);
    }

    /**
     * Of the latest that is recorded what was there at an instant. Policy and templates are those of now: of them no past is kept.
     *
     * @param view what was declared then
     */
    Gating.Facts then(GateQuestion question, Service service, CatalogueView view, Instant at) {
        var changes = latest(question).stream().flatMap(change -> change.then(at).stream()).toList();
        return facts(question, service, view, changes, attempts(question, at), false, at);
    }

    private Gating.Facts facts(
            GateQuestion question, Service service, CatalogueView view, List<Change> changes, List<Deployment> attempts, boolean incidentIsOpen,
            Instant at) {
        var stopping = view.parts(freezes).values().stream().filter(window -> window.stops(service, question.environment(), at)).toList();
        var today = LocalDate.ofInstant(at, view.calendar().zone());
        return new Gating.Facts(
                policies.now(), changes, templates.of(List.of(service.name().value())), stopping, attempts, incidentIsOpen, today, at);
    }

    private List<Change> latest(GateQuestion question) {
        return store.latest(question.service(), question.environment(), LATEST_CHANGES);
    }

    private List<Deployment> attempts(GateQuestion question, @Nullable Instant before) {
        var filter = new DeploymentFilter(Set.of(question.service().value()), question.environment(), null, before);
        return deployments.list(filter, null, LATEST_ATTEMPTS).items();
    }
}
