package dev.holdfast.incidents;

import dev.holdfast.catalogue.StatusPart;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The open incidents of a service, for its status. */
@Component
class IncidentStatus implements StatusPart {

    private static final int MOST = 100;

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
        var open = new IncidentFilter(name, Set.of(State.TRIGGERED, State.ACKNOWLEDGED), null, null, null);
        var numbers = status.putArray("openIncidents");
        incidents.list(open, null, MOST).forEach(incident -> numbers.add(incident.reference()));
    }
}
