package dev.holdfast.integrations.pagerduty;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as a client sent it. What PagerDuty needs and we do not (source, severity) is not asked for: a client does
 * not try again after a 400, so that a needless one loses an alert.
 */
record Event(JsonNode body) {

    private static final int KEY_LENGTH = 32;
    private static final int LONGEST_DEDUP_KEY = 255;
    private static final int LONGEST_SUMMARY = 1024;
    private static final List<String> LABELS = List.of("component", "group", "class", "source");
    static final String WRONG_KEY = "Length of 'routing_key' is incorrect (should be 32 characters)";

    String routingKey() {
        var key = text(body.path("routing_key"));
        return key == null ? "" : key;
    }

    /** What is wrong with it, in the words that clients know. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        if (routingKey().isEmpty()) {
            faults.add("'routing_key' is missing or blank");
        } else if (routingKey().length() != KEY_LENGTH) {
            faults.add(WRONG_KEY);
        }
        var action = action();
        if (action == null) {
            faults.add("'event_action' is invalid (must be one of the following: 'trigger', 'acknowledge' or 'resolve')");
        } else if (action == Signal.Action.TRIGGER) {
            if (!body.path("payload").isObject()) {
                faults.add("'payload' is missing or blank");
            } else if (text(body.path("payload").path("summary")) == null) {
                faults.add("'payload.summary' is missing or blank");
            }
        } else if (dedupKey() == null) {
            faults.add("'dedup_key' is missing or blank");
        }
        var dedupKey = dedupKey();
        if (dedupKey != null && dedupKey.length() > LONGEST_DEDUP_KEY) {
            faults.add("Length of 'dedup_key' is incorrect (should be at most 255 characters)");
        }
        return faults;
    }

    /** The signal of an event without faults. */
    Signal signal(IntegrationName integration, Instant receivedAt) {
        var payload = body.path("payload");
        var summary = text(payload.path("summary"));
        var key = dedupKey();
        return new Signal(
                new AlertKey(integration, key == null ? UUID.randomUUID().toString().replace("-", "") : key),
                java.util.Objects.requireNonNull(action()),
                Severity.read(text(payload.path("severity"))),
                cut(summary == null ? "" : summary, LONGEST_SUMMARY),
                text(payload.path("source")),
                labels(payload),
                links(),
                Wire.clean(body.toString()),
                Wire.instant(text(payload.path("timestamp"))),
                false,
                receivedAt);
    }

    private Signal.@Nullable Action action() {
        var action = text(body.path("event_action"));
        return switch (action == null ? "" : action) {
            case "trigger" -> Signal.Action.TRIGGER;
            case "acknowledge" -> Signal.Action.ACKNOWLEDGE;
            case "resolve" -> Signal.Action.RESOLVE;
            default -> null;
        };
    }

    private @Nullable String dedupKey() {
        return text(body.path("dedup_key"));
    }

    private static Map<String, String> labels(JsonNode payload) {
        var labels = new LinkedHashMap<>(plain(payload.path("custom_details")));
        for (var name : LABELS) {
            var value = text(payload.path(name));
            if (value != null) {
                labels.put(name, value);
            }
        }
        return labels;
    }

    private List<Signal.Link> links() {
        var links = new ArrayList<Signal.Link>();
        for (var link : body.path("links")) {
            add(links, text(link.path("href")), text(link.path("text")));
        }
        add(links, text(body.path("client_url")), text(body.path("client")));
        return links;
    }

    private static void add(List<Signal.Link> links, @Nullable String href, @Nullable String text) {
        if (href != null && (href.startsWith("https://") || href.startsWith("http://"))) {
            links.add(new Signal.Link(href, text));
        }
    }
}
