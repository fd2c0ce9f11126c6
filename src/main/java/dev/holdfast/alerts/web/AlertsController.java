package dev.holdfast.alerts.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.alerts.Alert;
import dev.holdfast.alerts.AlertFilter;
import dev.holdfast.alerts.Alerts;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.quantities.Because;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was said, newest first. */
@RestController
@RequestMapping("/api/v1/alerts")
class AlertsController {

    private final Alerts alerts;

    AlertsController(Alerts alerts) {
        this.alerts = alerts;
    }

    @GetMapping
    Listing<Map<String, @Nullable Object>> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String integration,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "false") boolean unrouted,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        viewer.demand(Scope.READ);
        var most = Limit.of(limit);
        var filter = new AlertFilter(service, integration, state(state), from, to, unrouted);
        var before = Cursor.read(cursor, UUID::fromString).orElse(null);
        return Listing.cut(alerts.list(filter, before, most.andOne()), most, alert -> alert.id().toString())
                .map(AlertsController::json);
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> show(Viewer viewer, @PathVariable String id) {
        viewer.demand(Scope.READ);
        return id(id).flatMap(alerts::find).map(AlertsController::json).orElseThrow(() -> new NotFound("There is no alert " + id + "."));
    }

    private static Map<String, @Nullable Object> json(Alert alert) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", alert.id());
        json.put("integration", alert.key().integration());
        json.put("dedupKey", alert.key().dedupKey());
        json.put("service", alert.service());
        json.put("state", alert.state());
        json.put("severity", alert.severity());
        json.put("summary", alert.summary());
        json.put("source", alert.source());
        json.put("labels", alert.labels());
        json.put("links", alert.links());
        json.put("count", alert.count());
        json.put("startedAt", alert.startedAt());
        json.put("firstAt", alert.firstAt());
        json.put("lastAt", alert.lastAt());
        json.put("resolvedAt", alert.resolvedAt());
        json.put("dryRun", alert.dryRun());
        json.put("incident", alert.incident());
        json.put("explain", List.of(new Because("ROUTED", alert.why() + ".", Map.of("why", alert.why()))));
        return json;
    }

    private static Alert.@Nullable State state(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        try {
            return Alert.State.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Unprocessable.of("state", "UNKNOWN_VALUE", "“" + word + "” is no state of an alert.");
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
