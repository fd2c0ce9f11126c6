package dev.holdfast.alerts;

import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alert as it stands. */
public record Alert(
        UUID id,
        AlertKey key,
        @Nullable ServiceName service,
        State state,
        Severity severity,
        String summary,
        @Nullable String source,
        Map<String, String> labels,
        List<Signal.Link> links,
        long count,
        Instant startedAt,
        Instant firstAt,
        Instant lastAt,
        @Nullable Instant resolvedAt,
        boolean dryRun,
        String why,
        @Nullable UUID incident) {

    public enum State {
        TRIGGERED,
        ACKNOWLEDGED,
        RESOLVED;

        @com.fasterxml.jackson.annotation.JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean isOpen() {
        return state != State.RESOLVED;
    }
}
