package dev.holdfast.alerts;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.ServiceName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The record of alerts. Every method that writes belongs into the caller's transaction and takes a batch. */
@Service
public class Alerts {

    private static final Duration TOLD_EVERY = Duration.ofHours(1);

    private final AlertStore store;
    private final IntegrationPart integrations;
    private final UnroutedPart unrouted;

    Alerts(AlertStore store, IntegrationPart integrations, UnroutedPart unrouted) {
        this.store = store;
        this.integrations = integrations;
        this.unrouted = unrouted;
    }

    /** Where a signal goes by its integration's routes and the policy in force. */
    public Route route(Signal signal, CatalogueView view) {
        var integration = view.part(integrations, signal.key().integration().value());
        var fallback = view.organisation().flatMap(it -> view.part(unrouted, it.name())).orElse(UnroutedPart.NOBODY);
        return integration
                .map(it -> Routing.route(it, signal.labels(), fallback.service(), view::service))
                .orElseGet(() -> new Route(null, false, "its integration was ended"));
    }

    /** Where an alert with such labels would go, by each integration that routes by labels. */
    public Map<IntegrationName, Route> routes(Map<String, String> labels, CatalogueView view) {
        var fallback = view.organisation().flatMap(it -> view.part(unrouted, it.name())).orElse(UnroutedPart.NOBODY);
        var routes = new LinkedHashMap<IntegrationName, Route>();
        view.parts(integrations).values().stream()
                .filter(it -> it.service() == null)
                .forEach(it -> routes.put(it.name(), Routing.route(it, labels, fallback.service(), view::service)));
        return routes;
    }

    /** The alerts that are open under these keys, locked until the transaction ends. */
    public List<Alert> lockOpen(Collection<AlertKey> keys) {
        return keys.isEmpty() ? List.of() : store.lockOpen(List.copyOf(keys));
    }

    /** Of these triggers, the keys of those that only echo an alert already closed. */
    public Set<AlertKey> echoes(List<Signal> triggers) {
        var doubtful = triggers.stream()
                .filter(signal -> signal.recognisesEchoes() && signal.saidStartedAt() != null)
                .toList();
        return doubtful.isEmpty() ? Set.of() : new HashSet<>(store.closedWithSameStart(doubtful));
    }

    /** @throws RacedByAnother when one of them has been opened by somebody else meanwhile */
    public void open(List<Opening> openings) {
        if (openings.isEmpty()) {
            return;
        }
        var opened = store.insert(openings);
        if (opened < openings.size()) {
            throw new RacedByAnother(openings.size() - opened);
        }
    }

    /** Alerts that are open already come to have an incident. */
    public void awaken(List<Opening> openings) {
        if (!openings.isEmpty()) {
            store.awaken(openings);
        }
    }

    public void repeat(List<Repeat> repeats) {
        if (!repeats.isEmpty()) {
            store.repeat(repeats);
        }
    }

    public void resolve(Collection<UUID> alerts, Instant at) {
        if (!alerts.isEmpty()) {
            store.resolve(alerts, at);
        }
    }

    public void acknowledge(Collection<UUID> alerts, Instant at) {
        if (!alerts.isEmpty()) {
            store.acknowledge(alerts, at);
        }
    }

    public void resolveAllOf(UUID incident, Instant at) {
        store.resolveOf(incident, at);
    }

    public void acknowledgeAllOf(UUID incident, Instant at) {
        store.acknowledgeOf(incident, at);
    }

    public void unacknowledgeAllOf(UUID incident) {
        store.unacknowledgeOf(incident);
    }

    public boolean anyOpen(UUID incident) {
        return store.anyOpen(incident);
    }

    /** The latest alerts of an incident, oldest first. */
    public List<Alert> latestOf(UUID incident, int most) {
        return store.latestOf(incident, most);
    }

    public List<Alert> pageOf(UUID incident, @Nullable UUID after, int most) {
        return store.pageOf(incident, after, most);
    }

    /** What is open for each of these services; those of which nothing is are left out. */
    public Map<ServiceName, Firing> firing(Collection<ServiceName> services) {
        return services.isEmpty() ? Map.of() : store.firing(services);
    }

    public Map<UUID, Long> counts(Collection<UUID> incidents) {
        return store.counts(incidents);
    }

    public Optional<Alert> find(UUID id) {
        return store.find(id);
    }

    public List<Alert> list(AlertFilter filter, @Nullable UUID before, int most) {
        return store.list(filter, before, most);
    }

    /** Whether the administrators are due to be told of this integration's unrouted alerts; true once an hour. */
    public boolean tellOfUnrouted(IntegrationName integration, Instant now) {
        return store.tellOfUnrouted(integration.value(), now, now.minus(TOLD_EVERY));
    }
}
