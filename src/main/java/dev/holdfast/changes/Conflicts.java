package dev.holdfast.changes;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Dependency;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Other changes in flight that touch the same service, or what it depends on: pure (C3). */
public final class Conflicts {

    private Conflicts() {}

    /** Another change, and what it has to do with this one. */
    public record With(String change, String why) {}

    static List<With> of(Change change, List<Change> inFlight, CatalogueView view) {
        var needs = view.service(change.service()).map(Conflicts::needs).orElse(Set.of());
        return inFlight.stream()
                .filter(other -> !other.id().equals(change.id()) && other.environment().equals(change.environment()))
                .flatMap(other -> other.service().equals(change.service())
                        ? Stream.of(new With(other.reference(), "same service"))
                        : needs.contains(other.service())
                                ? Stream.of(new With(other.reference(), "%s depends on %s".formatted(change.service(), other.service())))
                                : Stream.empty())
                .toList();
    }

    /** Whose changes may be in the way of changes of these services: theirs, and those of what they depend on. */
    static Set<ServiceName> concerned(Set<ServiceName> services, CatalogueView view) {
        return Stream.concat(services.stream(), services.stream().flatMap(service -> view.service(service).map(Conflicts::needs).orElse(Set.of()).stream()))
                .collect(Collectors.toSet());
    }

    private static Set<ServiceName> needs(Service service) {
        return service.dependsOn().stream().map(Dependency::service).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
