package dev.holdfast.throughput;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.http.NotFound;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The services of a scope, by who owns them now.
 *
 * @param numbers of those of which anything was ever rolled up
 * @param zone in which its days and weeks are counted
 */
record Measured(Set<String> names, Map<String, Integer> numbers, ZoneId zone) {

    Map<Integer, String> byNumber() {
        return numbers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    static Measured of(MeasureScope scope, CatalogueView view, RollUpStore store) {
        return switch (scope.kind()) {
            case ORGANISATION -> everything(view, store);
            case DOMAIN -> {
                var domain = new DomainName(scope.name());
                if (view.domain(domain).isEmpty()) throw new NotFound("There is no domain " + domain + ".");
                yield some(view.servicesIn(domain), view.calendar().zone(), store);
            }
            case TEAM -> {
                var team = new TeamName(scope.name());
                if (view.team(team).isEmpty()) throw new NotFound("There is no team " + team + ".");
                yield some(view.servicesOf(team), view.calendarOf(team).zone(), store);
            }
            case SERVICE -> {
                var service = view.service(new ServiceName(scope.name())).orElseThrow(() -> new NotFound("There is no service " + scope.name() + "."));
                yield some(Set.of(service), view.calendarOf(service.owner()).zone(), store);
            }
        };
    }

    /** Services that are no more count for what they did. */
    private static Measured everything(CatalogueView view, RollUpStore store) {
        var known = store.all();
        var names = view.services().stream().map(service -> service.name().value()).collect(Collectors.toCollection(TreeSet::new));
        names.addAll(known.values());
        return new Measured(names, known.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)), view.calendar().zone());
    }

    private static Measured some(Collection<Service> services, ZoneId zone, RollUpStore store) {
        var names = services.stream().map(service -> service.name().value()).collect(Collectors.toCollection(TreeSet::new));
        return new Measured(names, store.known(names), zone);
    }
}
