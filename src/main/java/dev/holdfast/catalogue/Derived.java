package dev.holdfast.catalogue;

import tools.jackson.databind.node.ObjectNode;

/** The status that follows from the documents alone. */
final class Derived {

    private final CatalogueView view;

    private Derived(CatalogueView view) {
        this.view = view;
    }

    static Derived of(CatalogueView view) {
        return new Derived(view);
    }

    ObjectNode status(Document document) {
        var status = SpecJson.object();
        switch (document.kind()) {
            case ServicePart.KIND -> view.service(new ServiceName(document.name())).ifPresent(it -> describe(it, status));
            case ThirdPartyPart.KIND -> hit(view.radius().ofThirdParty(document.name()), status);
            case TeamPart.KIND -> describe(new TeamName(document.name()), status);
            case PersonPart.KIND -> describe(new PersonName(document.name()), status);
            case DomainPart.KIND -> describe(new DomainName(document.name()), status);
            default -> {}
        }
        return status;
    }

    private void describe(Service service, ObjectNode status) {
        status.put("ownerResolved", view.ownerOf(service.name()).isPresent());
        var missing = status.putArray("missing");
        if (service.kind() == null) missing.add("kind");
        if (service.owner() == null) missing.add("owner");
        if (service.domain() == null) missing.add("domain");
        if (service.declaredLifecycle() == null) missing.add("lifecycle");
        if (!service.links().containsKey("runbook")) missing.add("links.runbook");
        hit(view.radius().of(service.name()), status);
    }

    private void describe(TeamName team, ObjectNode status) {
        var services = status.putArray("services");
        view.servicesOf(team).forEach(service -> services.add(service.name().value()));
    }

    private void describe(PersonName person, ObjectNode status) {
        var teams = status.putArray("teams");
        view.teamsOf(person).forEach(team -> teams.add(team.name().value()));
    }

    private void describe(DomainName domain, ObjectNode status) {
        var services = status.putArray("services");
        view.servicesIn(domain).forEach(service -> services.add(service.name().value()));
    }

    private static void hit(Iterable<BlastRadius.Hit> hits, ObjectNode status) {
        var radius = status.putArray("blastRadius");
        for (var hit : hits) {
            var one = radius.addObject().put("service", hit.service().value());
            var via = one.putArray("via");
            hit.via().forEach(between -> via.add(between.value()));
        }
    }
}
