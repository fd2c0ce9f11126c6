package dev.holdfast.incidents;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are asked for; what is null does not matter, nor does an empty set of states.
 *
 * @param services that answer or are affected; none of them where it is empty
 */
public record IncidentFilter(
        @Nullable Set<String> services,
        Set<State> states,
        @Nullable IncidentType type,
        @Nullable Instant from,
        @Nullable Instant to) {

    public IncidentFilter {
        services = services == null ? null : Set.copyOf(services);
        states = Set.copyOf(states);
    }

    public IncidentFilter(@Nullable String service, Set<State> states, @Nullable IncidentType type, @Nullable Instant from, @Nullable Instant to) {
        this(service == null ? null : Set.of(service), states, type, from, to);
    }

    public static IncidentFilter open() {
        return new IncidentFilter((Set<String>) null, Set.of(State.TRIGGERED, State.ACKNOWLEDGED), null, null, null);
    }

    /** The same, of those services alone. */
    public IncidentFilter of(Set<String> those) {
        return new IncidentFilter(those, states, type, from, to);
    }
}
