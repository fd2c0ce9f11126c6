package dev.holdfast.integrations.alertmanager;

import static dev.holdfast.integrations.Wire.cut;
import static dev.holdfast.integrations.Wire.plain;
import static dev.holdfast.integrations.Wire.text;

import dev.holdfast.alerts.AlertKey;
import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.alerts.Severity;
import dev.holdfast.alerts.Signal;
import dev.holdfast.integrations.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One webhook body: alerts that fire and alerts that are resolved, mixed. */
record Notification(JsonNode body) {

    private static final int LONGEST_SUMMARY = 1024;
    private static final String RESOLVED = "resolved";

    boolean isWellFormed() {
        var alerts = body.path("alerts");
        return alerts.isArray() && alerts.valueStream().allMatch(JsonNode::isObject);
    }

    List<Signal> signals(IntegrationName integration, Instant receivedAt) {
        return body.path("alerts")
                .valueStream()
                .map(alert -> signal(alert, integration, receivedAt))
                .toList();
    }

    private Signal signal(JsonNode alert, IntegrationName integration, Instant receivedAt) {
        var labels = plain(alert.path("labels"));
        var annotations = plain(alert.path("annotations"));
        return new Signal(
                new AlertKey(integration, fingerprint(alert, labels)),
                RESOLVED.equals(text(alert.path("status"))) ? Signal.Action.RESOLVE : Signal.Action.TRIGGER,
                Severity.read(labels.get("severity")),
                cut(summary(labels, annotations), LONGEST_SUMMARY),
                first(labels, "instance", "job").or(() -> Optional.ofNullable(text(body.path("externalURL")))).orElse(null),
                labels,
                links(alert, annotations),
                Wire.clean(alert.toString()),
                Wire.instant(text(alert.path("startsAt"))),
                true,
                receivedAt);
    }

    private static String fingerprint(JsonNode alert, Map<String, String> labels) {
        var fingerprint = text(alert.path("fingerprint"));
        return fingerprint == null || fingerprint.length() > 255
                ? Wire.digest(new TreeMap<>(labels).toString(), 16)
                : fingerprint;
    }

    private static String summary(Map<String, String> labels, Map<String, String> annotations) {
        return first(annotations, "summary", "title", "message", "description")
                .or(() -> first(labels, "alertname"))
                .orElse("An alert without a name");
    }

    private static List<Signal.Link> links(JsonNode alert, Map<String, String> annotations) {
        var links = new ArrayList<Signal.Link>();
        add(links, first(annotations, "runbook_url", "runbook").orElse(null), "Runbook");
        add(links, first(annotations, "dashboard_url", "dashboard").orElse(null), "Dashboard");
        add(links, text(alert.path("generatorURL")), "Source");
        return links;
    }

    private static void add(List<Signal.Link> links, @Nullable String href, String text) {
        if (href != null && (href.startsWith("https://") || href.startsWith("http://"))) {
            links.add(new Signal.Link(href, text));
        }
    }

    private static Optional<String> first(Map<String, String> values, String... names) {
        return Stream.of(names).map(values::get).filter(java.util.Objects::nonNull).findFirst();
    }
}
