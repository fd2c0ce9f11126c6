package dev.holdfast.incidents.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.incidents.IncidentFilter;
import dev.holdfast.incidents.IncidentType;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.State;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looking at incidents. */
@RestController
@RequestMapping("/api/v1/incidents")
class IncidentsController {

    private final Incidents incidents;
    private final Showing showing;
    private final BaseUrl baseUrl;

    IncidentsController(Incidents incidents, Showing showing, BaseUrl baseUrl) {
        this.incidents = incidents;
        this.showing = showing;
        this.baseUrl = baseUrl;
    }

    @GetMapping
    Listing<Map<String, @Nullable Object>> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        viewer.demand(Scope.READ);
        var most = Limit.of(limit);
        var filter = new IncidentFilter(service, states(state), type(type), from, to);
        var before = Cursor.read(cursor, Long::valueOf).orElse(null);
        return Listing.cut(
                        incidents.list(filter, before, most.andOne()),
                        most,
                        picture -> String.valueOf(picture.incident().number()))
                .map(picture -> IncidentJson.brief(picture, baseUrl.toString()));
    }

    @GetMapping("/{incident}")
    Map<String, @Nullable Object> show(Viewer viewer, @PathVariable String incident) {
        viewer.demand(Scope.READ);
        return showing.whole(incident);
    }

    @GetMapping("/{incident}/timeline")
    Listing<Map<String, @Nullable Object>> timeline(Viewer viewer, @PathVariable String incident) {
        viewer.demand(Scope.READ);
        var entries = incidents.timeline(incidents.find(incident).id());
        return new Listing<>(entries.stream().map(IncidentJson::entry).toList(), null);
    }

    @GetMapping("/{incident}/alerts")
    Listing<Map<String, @Nullable Object>> alerts(
            Viewer viewer,
            @PathVariable String incident,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        viewer.demand(Scope.READ);
        var most = Limit.of(limit);
        var after = Cursor.read(cursor, UUID::fromString).orElse(null);
        var alerts = incidents.alerts(incidents.find(incident).id(), after, most.andOne());
        return Listing.cut(alerts, most, alert -> alert.id().toString()).map(IncidentJson::alert);
    }

    @GetMapping("/{incident}/notifications")
    Listing<Object> notifications(Viewer viewer, @PathVariable String incident) {
        viewer.demand(Scope.READ);
        return new Listing<>(showing.notifications(incidents.find(incident).id()), null);
    }

    private static Set<State> states(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Set.of();
        }
        return Arrays.stream(text.split(",")).map(word -> one(State.class, word, "state")).collect(Collectors.toSet());
    }

    private static @Nullable IncidentType type(@Nullable String text) {
        return text == null || text.isBlank() ? null : one(IncidentType.class, text, "type");
    }

    private static <E extends Enum<E>> E one(Class<E> choices, String word, String field) {
        try {
            return Enum.valueOf(choices, word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Unprocessable.of(field, "UNKNOWN_VALUE", "“" + word + "” is no " + field + " of an incident.");
        }
    }
}
