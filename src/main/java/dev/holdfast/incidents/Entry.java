package dev.holdfast.incidents;

import dev.holdfast.quantities.Because;
import dev.holdfast.quantities.TimeOrdered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One line of an incident's timeline, of a kind that the contract names. */
public record Entry(
        UUID id, IncidentId incident, Instant at, String kind, String by, String text, Map<String, Object> data, List<Because> explain) {

    static Entry of(IncidentId incident, Instant at, String kind, String by, String text, Map<String, Object> data) {
        return new Entry(TimeOrdered.id(at), incident, at, kind, by, text, data, List.of());
    }

    Entry because(List<Because> explain) {
        return new Entry(id, incident, at, kind, by, text, data, explain);
    }
}
