package dev.holdfast.changes;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Service;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A time in which no standard and no normal change goes out (C4).
 *
 * @param services their names; {@code *} for all
 * @param environments production where it names none
 */
public record FreezeWindow(String name, Set<String> services, Set<String> domains, Set<String> environments, Period during, @Nullable String reason) {

    static final String ALL = "*";

    public FreezeWindow {
        services = Set.copyOf(services);
        domains = Set.copyOf(domains);
        environments = Set.copyOf(environments);
    }

    /** The same at another time. */
    public FreezeWindow during(Period other) {
        return new FreezeWindow(name, services, domains, environments, other, reason);
    }

    public boolean isOfAll() {
        return services.contains(ALL);
    }

    boolean isAbout(Change change, CatalogueView view) {
        return view.service(change.service()).filter(service -> names(service, change.environment())).isPresent();
    }

    boolean stops(Service service, String environment, Instant at) {
        return during.contains(at) && names(service, environment);
    }

    private boolean names(Service service, String environment) {
        return environments.contains(environment)
                && (services.contains(ALL)
                        || services.contains(service.name().value())
                        || service.domain() != null && domains.contains(service.domain().value()));
    }

    /** Whether it stops anything that goes to production. */
    boolean isOfProduction() {
        return environments.contains(Deployment.PRODUCTION);
    }

    boolean isOfProductionOf(Service service) {
        return names(service, Deployment.PRODUCTION);
    }

    public Instant until() {
        return Objects.requireNonNull(during.to());
    }
}
