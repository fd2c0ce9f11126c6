package dev.holdfast.incidents;

import dev.holdfast.catalogue.StatusPart;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The open incidents of a service, for its status. */
@Component
class IncidentStatus implements StatusPart {

    private final IncidentStore incidents;

    IncidentStatus(IncidentStore incidents) {
        this.incidents = incidents;
    }

    @Override
    public String kind() {
        return "Service";
    }

    @Override
    public void describe(String name, Instant at, ObjectNode status) {
        describe(Map.of(name, status), at);
    }

    @Override
    public void describe(Map<String, ObjectNode> statuses, Instant at) {
        statuses.values().forEach(status -> status.putArray("openIncidents"));
        incidents.openNumbers(statuses.keySet()).forEach((service, numbers) -> {
            var open = Objects.requireNonNull(statuses.get(service)).withArray("openIncidents");
            numbers.forEach(number -> open.add("INC-" + number));
        });
    }
}
