package dev.holdfast.portal.web;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Dependency;
import dev.holdfast.catalogue.Service;
import dev.holdfast.incidents.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a service needs and what needs it, read from the catalogue. */
final class Neighbourhood {

    private Neighbourhood() {}

    static DependencyWeb of(CatalogueView view, Service service, @Nullable Picture open, Risks risks) {
        var hit = open != null;
        var second = open == null ? "" : "incident " + open.incident().reference();
        return DependencyWeb.of(service.name().value(), second, hit, users(view, service, hit, risks), needs(service));
    }

    private static List<DependencyWeb.Neighbour> users(CatalogueView view, Service service, boolean hit, Risks risks) {
        var users = new ArrayList<DependencyWeb.Neighbour>();
        for (var other : view.services()) {
            for (var dependency : other.dependsOn()) {
                if (!service.name().equals(dependency.service())) continue;
                var risk = risks.of(view, other.name());
                var money = risk.perHour() == null ? "" : risk.shown() + " an hour";
                users.add(new DependencyWeb.Neighbour(other.name().value(), how(dependency), money, hit, false));
            }
        }
        return users;
    }

    private static List<DependencyWeb.Neighbour> needs(Service service) {
        return service.dependsOn().stream()
                .map(it -> it.service() == null
                        ? new DependencyWeb.Neighbour(String.valueOf(it.thirdParty()), how(it), "third party", false, true)
                        : new DependencyWeb.Neighbour(it.service().value(), how(it), "", false, false))
                .toList();
    }

    private static String how(Dependency dependency) {
        return dependency.via().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
