package dev.holdfast.alerts;

import com.google.re2j.Pattern;
import dev.holdfast.catalogue.Lifecycle;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which service an alert is for (rule 9). Patterns run in linear time, whatever somebody writes. */
final class Routing {

    /** The first rule that matches; by a label's value, or fixed. */
    record Rule(List<Match> matches, @Nullable ServiceName service, @Nullable String byLabel) {

        Optional<String> place(Map<String, String> labels) {
            if (!matches.stream().allMatch(match -> match.holds(labels))) {
                return Optional.empty();
            }
            return service != null ? Optional.of(service.value()) : Optional.ofNullable(labels.get(byLabel));
        }

        /** The same as a name; a label without a value names nothing. */
        Optional<ServiceName> named(Map<String, String> labels) {
            return place(labels).filter(name -> !name.isBlank()).map(ServiceName::new);
        }
    }

    record Match(String label, @Nullable String is, @Nullable Pattern pattern) {

        boolean holds(Map<String, String> labels) {
            var value = labels.getOrDefault(label, "");
            return pattern == null ? value.equals(is) : pattern.matches(value);
        }
    }

    private Routing() {}

    /** A service that is named for an alert, whatever has become of it, and by what. */
    record Meant(@Nullable ServiceName service, String why) {}

    static Route route(
            Integration integration,
            Map<String, String> labels,
            @Nullable ServiceName unrouted,
            Function<ServiceName, Optional<Service>> services) {
        var meant = meant(integration, labels, unrouted, services);
        return meant.service() == null
                ? new Route(null, integration.dryRun(), meant.why())
                : placed(meant.service(), meant.why(), integration, services);
    }

    static Meant meant(
            Integration integration,
            Map<String, String> labels,
            @Nullable ServiceName unrouted,
            Function<ServiceName, Optional<Service>> services) {
        if (integration.service() != null) {
            return new Meant(integration.service(), "integration " + integration.name() + " is " + integration.service() + "'s");
        }
        for (int i = 0; i < integration.rules().size(); i++) {
            var known = integration.rules().get(i).named(labels).filter(name -> services.apply(name).isPresent());
            if (known.isPresent()) {
                return new Meant(known.get(), "route " + (i + 1) + " of " + integration.name());
            }
        }
        if (integration.otherwise() != null) {
            return new Meant(integration.otherwise(), "no route of " + integration.name() + " matched: its otherwise");
        }
        return unrouted == null
                ? new Meant(null, "no route of " + integration.name() + " placed it, and the policy names no service for such alerts")
                : new Meant(unrouted, "no route of " + integration.name() + " placed it: the policy's unrouted service");
    }

    /** A service that a matching route names although there is none; empty where another route found one. */
    static Optional<ServiceName> unknown(
            Integration integration, Map<String, String> labels, Function<ServiceName, Optional<Service>> services) {
        var named = integration.rules().stream().flatMap(rule -> rule.named(labels).stream()).toList();
        return named.stream().anyMatch(name -> services.apply(name).isPresent()) ? Optional.empty() : named.stream().findFirst();
    }

    private static Route placed(
            ServiceName name, String why, Integration integration, Function<ServiceName, Optional<Service>> services) {
        var lifecycle = services.apply(name).map(Service::lifecycle).orElse(Lifecycle.DECOMMISSIONED);
        if (lifecycle == Lifecycle.DECOMMISSIONED) {
            return new Route(null, integration.dryRun(), why + ", but " + name + " is decommissioned");
        }
        return integration.dryRun() || lifecycle == Lifecycle.LIVE
                ? new Route(name, integration.dryRun(), why)
                : new Route(name, true, why + "; " + name + " is not live yet, so its alerts are in dry run");
    }
}
