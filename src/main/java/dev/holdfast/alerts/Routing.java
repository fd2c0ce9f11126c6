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
    }

    record Match(String label, @Nullable String is, @Nullable Pattern pattern) {

        boolean holds(Map<String, String> labels) {
            var value = labels.getOrDefault(label, "");
            return pattern == null ? value.equals(is) : pattern.matches(value);
        }
    }

    private Routing() {}

    static Route route(
            Integration integration,
            Map<String, String> labels,
            @Nullable ServiceName unrouted,
            Function<ServiceName, Optional<Service>> services) {
        if (integration.service() != null) {
            return placed(integration.service(), "integration " + integration.name() + " is " + integration.service() + "'s", integration, services);
        }
        for (int i = 0; i < integration.rules().size(); i++) {
            var named = integration.rules().get(i).place(labels);
            var known = named.map(ServiceName::new).filter(name -> services.apply(name).isPresent());
            if (known.isPresent()) {
                return placed(known.get(), "route " + (i + 1) + " of " + integration.name(), integration, services);
            }
        }
        if (integration.otherwise() != null) {
            return placed(integration.otherwise(), "no route of " + integration.name() + " matched: its otherwise", integration, services);
        }
        return unrouted == null
                ? new Route(null, integration.dryRun(), "no route of " + integration.name() + " placed it, and the policy names no service for such alerts")
                : placed(unrouted, "no route of " + integration.name() + " placed it: the policy's unrouted service", integration, services);
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
