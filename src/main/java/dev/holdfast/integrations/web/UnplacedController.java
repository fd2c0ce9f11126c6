package dev.holdfast.integrations.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.Csv;
import dev.holdfast.http.Limit;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.integrations.UnplacedEvent;
import dev.holdfast.integrations.UnplacedEvents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What pipelines said that nobody could place, the latest first. */
@RestController
@RequestMapping("/api/v1/unplaced-events")
class UnplacedController {

    private final UnplacedEvents unplaced;

    UnplacedController(UnplacedEvents unplaced) {
        this.unplaced = unplaced;
    }

    /** Where somebody says that it belongs. */
    record Place(@Nullable String service, @Nullable String environment, @Nullable Boolean remember) {}

    @GetMapping
    ResponseEntity<?> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String format) {
        viewer.demand(Scope.READ);
        var listing = unplaced.list(cursor, Limit.of(limit));
        return "csv".equals(format)
                ? ResponseEntity.ok().header("Content-Type", "text/csv;charset=UTF-8").body(csv(listing.items()).text().getBytes(UTF_8))
                : ResponseEntity.ok(listing.map(UnplacedController::json));
    }

    @PostMapping("/{id}/place")
    Map<String, Object> place(Viewer viewer, @PathVariable String id, @RequestBody Place body) {
        if (body.service() == null || body.service().isBlank()) throw Unprocessable.of("service", "REQUIRED", "service is needed.");
        var environment = body.environment() == null || body.environment().isBlank() ? null : body.environment().strip();
        var placed = unplaced.place(
                id(id), new UnplacedEvents.Place(new ServiceName(body.service().strip()), environment, Boolean.TRUE.equals(body.remember())), viewer);
        return Map.of("placed", placed);
    }

    @PostMapping("/{id}/dismiss")
    ResponseEntity<Void> dismiss(Viewer viewer, @PathVariable String id) {
        unplaced.dismiss(id(id), viewer);
        return ResponseEntity.noContent().build();
    }

    private static Map<String, @Nullable Object> json(UnplacedEvent event) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", event.id());
        json.put("integration", event.integration());
        json.put("receivedAt", event.receivedAt());
        json.put("event", event.event());
        json.put("source", event.source());
        json.put("environment", event.environment());
        json.put("why", event.why());
        json.put("suggestion", event.suggestion());
        return json;
    }

    private static Csv csv(List<UnplacedEvent> events) {
        var csv = new Csv("id", "integration", "receivedAt", "event", "source", "environment", "why", "suggestion");
        events.forEach(event -> csv.row(List.of(
                event.id(), event.integration(), event.receivedAt(), event.event(), event.source(), orEmpty(event.environment()), event.why(),
                orEmpty(event.suggestion()))));
        return csv;
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotFound("No event %s waits to be placed.".formatted(text));
        }
    }
}
