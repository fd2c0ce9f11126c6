package dev.holdfast.alerts;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Every way in which an alert can come in: by each integration, with every label that its routes look at. */
@Service
public class Ways {

    private static final int MOST_SAID = 5_000;

    private final AlertStore store;
    private final IntegrationPart integrations;
    private final UnroutedPart unrouted;

    Ways(AlertStore store, IntegrationPart integrations, UnroutedPart unrouted) {
        this.store = store;
        this.integrations = integrations;
        this.unrouted = unrouted;
    }

    /** By what is declared, by each service's name where a label names services, and by what was said since; one query. */
    public List<Way> of(CatalogueView view, Instant since) {
        var declared = new TreeMap<>(view.parts(integrations));
        var said = said(declared, since);
        var ways = new LinkedHashMap<String, Way>();
        declared.forEach((name, integration) -> candidates(view, integration, said.getOrDefault(name, List.of()))
                .forEach(way -> ways.putIfAbsent(way.key(), way)));
        return List.copyOf(ways.values());
    }

    /** The way of an alert with these labels; empty where there is no such integration. */
    public Optional<Way> of(CatalogueView view, IntegrationName name, Map<String, String> labels) {
        return view.part(integrations, name.value()).map(integration -> {
            var deciding = new HashMap<>(labels);
            deciding.keySet().retainAll(mattering(integration));
            var kind = integration.service() != null ? Way.Kind.FIXED : deciding.isEmpty() ? Way.Kind.ANYTHING_ELSE : Way.Kind.LABEL;
            return way(view, integration, kind, deciding);
        });
    }

    /** By name, without their keys. */
    public List<IntegrationName> integrations(CatalogueView view) {
        return view.parts(integrations).keySet().stream().sorted().map(IntegrationName::new).toList();
    }

    private Map<String, List<Map<String, String>>> said(Map<String, Integration> declared, Instant since) {
        var mattering = new HashMap<String, Set<String>>();
        declared.forEach((name, integration) -> {
            if (!mattering(integration).isEmpty()) mattering.put(name, mattering(integration));
        });
        if (mattering.isEmpty()) return Map.of();
        return store.saidSince(since, mattering, MOST_SAID).stream()
                .collect(Collectors.groupingBy(
                        AlertStore.SaidLabels::integration,
                        Collectors.mapping(AlertStore.SaidLabels::labels, Collectors.toList())));
    }

    private List<Way> candidates(CatalogueView view, Integration integration, List<Map<String, String>> said) {
        if (integration.service() != null) return List.of(way(view, integration, Way.Kind.FIXED, Map.of()));
        var ways = new ArrayList<Way>();
        integration.rules().forEach(rule -> ways.addAll(byRule(view, integration, rule)));
        said.forEach(labels -> ways.add(way(view, integration, Way.Kind.LABEL, labels)));
        ways.add(way(view, integration, Way.Kind.ANYTHING_ELSE, Map.of()));
        return ways;
    }

    private List<Way> byRule(CatalogueView view, Integration integration, Routing.Rule rule) {
        var labels = exact(rule);
        var pattern = pattern(rule);
        if (rule.byLabel() == null) {
            return List.of(pattern == null
                    ? way(view, integration, Way.Kind.ROUTE, labels)
                    : byPattern(view, integration, labels, pattern, Objects.requireNonNull(rule.service())));
        }
        if (pattern != null) return List.of();
        return view.services().stream()
                .map(service -> {
                    var naming = new HashMap<>(labels);
                    naming.put(rule.byLabel(), service.name().value());
                    return way(view, integration, Way.Kind.LABEL, naming);
                })
                .toList();
    }

    private Way way(CatalogueView view, Integration integration, Way.Kind kind, Map<String, String> labels) {
        var nobodys = nobodys(view);
        return new Way(
                integration.name(),
                kind,
                labels,
                null,
                Routing.unknown(integration, labels, view::service).orElse(null),
                Routing.meant(integration, labels, nobodys, view::service).service(),
                Routing.route(integration, labels, nobodys, view::service));
    }

    /** As if its route were the only one: no example says what a pattern matches. */
    private static Way byPattern(
            CatalogueView view, Integration integration, Map<String, String> labels, String pattern, ServiceName service) {
        var alone = new Integration(integration.name(), service, List.of(), null, integration.dryRun());
        var route = Routing.route(alone, Map.of(), null, view::service);
        return new Way(
                integration.name(), Way.Kind.ROUTE, labels, pattern,
                view.service(service).isEmpty() ? service : null, service,
                new Route(route.service(), route.dryRun(), "the route of " + integration.name() + " with " + pattern));
    }

    private @Nullable ServiceName nobodys(CatalogueView view) {
        return view.organisation().flatMap(it -> view.part(unrouted, it.name())).orElse(UnroutedPart.NOBODY).service();
    }

    private static Set<String> mattering(Integration integration) {
        return integration.rules().stream()
                .flatMap(rule -> Stream.concat(
                        rule.matches().stream().map(Routing.Match::label), Stream.ofNullable(rule.byLabel())))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> exact(Routing.Rule rule) {
        var labels = new HashMap<String, String>();
        rule.matches().forEach(match -> {
            if (match.is() != null) labels.put(match.label(), match.is());
        });
        return labels;
    }

    private static @Nullable String pattern(Routing.Rule rule) {
        var patterns = rule.matches().stream()
                .filter(match -> match.pattern() != null)
                .map(match -> match.label() + " ~ " + match.pattern())
                .collect(Collectors.joining(", "));
        return patterns.isEmpty() ? null : patterns;
    }
}
