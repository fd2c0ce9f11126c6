package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.NotFound;
import dev.holdfast.quantities.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The target, operating model and on-call level of any service at any instant. */
@org.springframework.stereotype.Service
public class Selection {

    private final Documents documents;
    private final Policies policies;
    private final AssessmentPart assessments;
    private final DecisionStore decisions;

    Selection(
            Documents documents,
            Policies policies,
            AssessmentPart assessments,
            DecisionStore decisions) {
        this.documents = documents;
        this.policies = policies;
        this.assessments = assessments;
        this.decisions = decisions;
    }

    public Selected of(ServiceName service, Instant at) {
        return of(documents.at(at), service, at);
    }

    /** Of a service that there is at that instant; otherwise it is not found. */
    public Selected known(ServiceName service, Instant at) {
        var view = documents.at(at);
        if (view.service(service).isEmpty()) {
            throw new NotFound("There is no service " + service);
        }
        return of(view, service, at);
    }

    /** By a view as it stands at that instant: one indexed query, for the latest decision. */
    public Selected of(CatalogueView view, ServiceName service, Instant at) {
        var latest = decisions.latest(service, at).orElse(null);
        return InForce.of(policies.in(view), subject(view, service), latest, at);
    }

    /** All services of a view, with one query. */
    public Map<ServiceName, Selected> all(CatalogueView view, Instant at) {
        return all(view, decided(at), at);
    }

    /**
     * Of several services, each at an instant of its own, with one query for all their decisions.
     */
    public Map<ServiceMoment, Selected> of(Collection<ServiceMoment> moments) {
        if (moments.isEmpty()) return Map.of();
        var latest = decisions.latest(moments);
        return documents.holding(
                () -> {
                    var selected = new HashMap<ServiceMoment, Selected>();
                    for (var moment : moments) {
                        var view = documents.at(moment.at());
                        var decision = latest.get(moment);
                        selected.computeIfAbsent(
                                moment,
                                it ->
                                        InForce.of(
                                                policies.in(view),
                                                subject(view, it.service()),
                                                decision,
                                                it.at()));
                    }
                    return selected;
                });
    }

    /** Of several services at any instants from that one on, with one query for what was decided of them. */
    public Map<ServiceName, ServiceSelection> from(Collection<ServiceName> services, Instant from) {
        if (services.isEmpty()) return Map.of();
        var decided = decisions.from(services, from).stream().collect(Collectors.groupingBy(Decision::service));
        var selections = new LinkedHashMap<ServiceName, ServiceSelection>();
        services.forEach(service -> selections.put(service, new ServiceSelection(
                decided.getOrDefault(service, List.of()), (at, latest) -> selected(service, at, latest))));
        return selections;
    }

    private Selected selected(ServiceName service, Instant at, @Nullable Decision latest) {
        var view = documents.at(at);
        return InForce.of(policies.in(view), subject(view, service), latest, at);
    }

    /** What a service's document says of money and demand: no query. */
    public Assessment assessment(CatalogueView view, ServiceName service) {
        return view.part(assessments, service.value()).orElse(Assessment.NONE);
    }

    /** What standby costs a usual week by the price list in force; empty without one. */
    public Optional<StandbyWeek> standbyWeek(CatalogueView view) {
        return StandbyWeek.of(view, policies.in(view));
    }

    /** What standby costs a week by the price list, by the level that asks for it; a rota shared by several services once. */
    public Map<OnCallLevel, Money> standbyPerWeek(CatalogueView view, Map<ServiceName, Selected> selected) {
        return new StandbyPrices(view, policies.in(view), selected).byLevel();
    }

    /** The latest decision of each service, with one query. */
    public Map<ServiceName, Decision> decided(Instant at) {
        return decisions.latest(at);
    }

    /** The latest decision of one service; one indexed query. */
    public Optional<Decision> decided(ServiceName service, Instant at) {
        return decisions.latest(service, at);
    }

    /** By the policy in force, of what was decided until that instant: no query. */
    public Map<ServiceName, Selected> all(CatalogueView view, Map<ServiceName, Decision> decided, Instant at) {
        return of(view, view.services(), decided, at);
    }

    /** The same of some. */
    public Map<ServiceName, Selected> of(CatalogueView view, Collection<Service> services, Map<ServiceName, Decision> decided, Instant at) {
        return of(view, policies.in(view), services, decided, at);
    }

    /** By any policy, of what was decided until that instant: no query. */
    Map<ServiceName, Selected> all(CatalogueView view, Policy policy, Map<ServiceName, Decision> latest, Instant at) {
        return of(view, policy, view.services(), latest, at);
    }

    private Map<ServiceName, Selected> of(
            CatalogueView view, Policy policy, Collection<Service> services, Map<ServiceName, Decision> latest, Instant at) {
        var selected = new LinkedHashMap<ServiceName, Selected>();
        for (var service : services) {
            var name = service.name();
            var subject = new Subject(assessment(view, name), service.kind(), endOf(view, name));
            selected.put(name, InForce.of(policy, subject, latest.get(name), at));
        }
        return selected;
    }

    Subject subject(CatalogueView view, ServiceName name) {
        var kind = view.service(name).map(Service::kind).orElse(null);
        return new Subject(assessment(view, name), kind, endOf(view, name));
    }

    private static @Nullable Instant endOf(CatalogueView view, ServiceName name) {
        return view.document(AssessmentPart.KIND, name.value())
                .map(Document::inForce)
                .map(period -> period.to())
                .orElse(null);
    }
}
