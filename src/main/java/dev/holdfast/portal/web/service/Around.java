package dev.holdfast.portal.web.service;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Dependency;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.ThirdParty;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Picture;
import dev.holdfast.portal.web.AtRisk;
import dev.holdfast.portal.web.DependencyWeb;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.Risks;
import dev.holdfast.quantities.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a service needs, what needs it, what goes down with it, and who stands outside. */
@Component
class Around {

    private static final int MOST_OPEN = 200;

    private final Risks risks;
    private final Incidents incidents;

    Around(Risks risks, Incidents incidents) {
        this.risks = risks;
        this.incidents = incidents;
    }

    DependencyWeb web(CatalogueView view, Service service, @Nullable Picture open) {
        var down = down(service);
        var second = open == null ? "" : "incident " + open.incident().reference();
        return DependencyWeb.of(service.name().value(), second, open != null, users(view, service, open != null), needs(view, service, down));
    }

    /** "If it goes down, 3 services go down with it: $460,000 an hour in all." */
    String radius(CatalogueView view, Service service) {
        var hits = view.radius().of(service.name());
        if (hits.isEmpty()) return "Nothing goes down with it.";
        var money = hits.stream().map(hit -> risks.of(view, hit.service()).perHour()).filter(Objects::nonNull).reduce(Money::plus);
        return "If it goes down, %s with it%s.".formatted(
                hits.size() == 1 ? "1 service goes down" : Figures.count(hits.size(), "service") + " go down",
                money.map(it -> ", worth " + Figures.money(it) + " an hour").orElse(""));
    }

    List<ServicePage.Outside> outside(CatalogueView view, Service service, LocalDate today) {
        var outside = new ArrayList<ServicePage.Outside>();
        for (var dependency : service.dependsOn()) {
            var name = dependency.thirdParty();
            if (name == null) continue;
            outside.add(view.thirdParty(name)
                    .map(card -> outside(card, dependency, today))
                    .orElseGet(() -> new ServicePage.Outside(name, name, how(dependency), List.of(), List.of(), false)));
        }
        return outside;
    }

    private static ServicePage.Outside outside(ThirdParty card, Dependency dependency, LocalDate today) {
        var pairs = new ArrayList<Pair>();
        add(pairs, "Reach them", card.contact());
        add(pairs, "Raise an incident", card.raise());
        add(pairs, "They promise", card.promises());
        return new ServicePage.Outside(
                card.name(), card.title() == null ? card.name() : card.title(), how(dependency), pairs, ServiceLinks.of(card.links(), today), true);
    }

    private static void add(List<Pair> pairs, String label, @Nullable String value) {
        if (value != null) pairs.add(Pair.of(label, value));
    }

    /** Which of those that it needs lose something now. */
    private Set<ServiceName> down(Service service) {
        var needed = service.dependsOn().stream().map(Dependency::service).filter(Objects::nonNull).collect(Collectors.toSet());
        var down = new HashSet<ServiceName>();
        incidents.open(needed, MOST_OPEN).forEach(picture -> {
            picture.affected().stream().filter(it -> it.impact().signum() > 0).forEach(it -> down.add(it.service()));
        });
        return down;
    }

    private List<DependencyWeb.Neighbour> users(CatalogueView view, Service service, boolean hit) {
        var users = new ArrayList<DependencyWeb.Neighbour>();
        for (var other : view.servicesNeeding(service.name())) {
            for (var dependency : other.dependsOn()) {
                if (!service.name().equals(dependency.service())) continue;
                users.add(new DependencyWeb.Neighbour(other.name().value(), how(dependency), money(risks.of(view, other.name())), hit, false));
            }
        }
        return users;
    }

    private static List<DependencyWeb.Neighbour> needs(CatalogueView view, Service service, Set<ServiceName> down) {
        return service.dependsOn().stream().map(it -> need(view, it, down)).toList();
    }

    private static DependencyWeb.Neighbour need(CatalogueView view, Dependency dependency, Set<ServiceName> down) {
        var name = dependency.service();
        if (name == null) return new DependencyWeb.Neighbour(String.valueOf(dependency.thirdParty()), how(dependency), "third party", false, true);
        var state = view.service(name).isEmpty() ? "not described" : down.contains(name) ? "open incident" : "no open incident";
        return new DependencyWeb.Neighbour(name.value(), how(dependency), state, down.contains(name), false);
    }

    private static String money(AtRisk risk) {
        return risk.perHour() == null ? "not assessed" : risk.shown() + " an hour";
    }

    private static String how(Dependency dependency) {
        return dependency.via().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
