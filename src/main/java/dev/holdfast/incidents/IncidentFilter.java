package dev.holdfast.incidents;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which incidents are asked for; what is null or empty does not matter. */
public record IncidentFilter(
        @Nullable String service,
        Set<State> states,
        @Nullable IncidentType type,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static IncidentFilter open() {
        return new IncidentFilter(null, Set.of(State.TRIGGERED, State.ACKNOWLEDGED), null, null, null);
    }
}
