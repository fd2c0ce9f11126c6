package dev.holdfast.incidents.web;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.incidents.IncidentId;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Picture;
import dev.holdfast.notification.Notifications;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One incident, whole, as reading it and every act on it answer. */
@Component
class Showing {

    private static final int MOST_ALERTS = 500;

    private final Incidents incidents;
    private final Documents documents;
    private final Notifications notifications;
    private final BaseUrl baseUrl;
    private final Clock clock;

    Showing(Incidents incidents, Documents documents, Notifications notifications, BaseUrl baseUrl, Clock clock) {
        this.incidents = incidents;
        this.documents = documents;
        this.notifications = notifications;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    Map<String, @Nullable Object> whole(String reference) {
        var picture = incidents.picture(reference);
        var id = picture.incident().id();
        return IncidentJson.whole(
                picture, incidents.latestAlerts(id, MOST_ALERTS), links(picture), incidents.timeline(id), baseUrl.toString());
    }

    List<Object> notifications(IncidentId id) {
        return List.copyOf(notifications.regarding(id.toString()));
    }

    private List<Map<String, String>> links(Picture picture) {
        return documents
                .at(clock.instant())
                .service(picture.incident().service())
                .map(service -> service.links().entrySet().stream()
                        .map(link -> Map.of("kind", link.getKey(), "href", link.getValue().url().toString()))
                        .toList())
                .orElse(List.of());
    }
}
