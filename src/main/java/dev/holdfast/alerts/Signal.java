package dev.holdfast.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a sender said, in our words.
 *
 * @param saidStartedAt when the sender says it began
 * @param recognisesEchoes whether a trigger with the start of an alert already closed is only an echo of it
 * @param payload what was sent, as JSON text
 */
public record Signal(
        AlertKey key,
        Action action,
        Severity severity,
        String summary,
        @Nullable String source,
        Map<String, String> labels,
        List<Link> links,
        String payload,
        @Nullable Instant saidStartedAt,
        boolean recognisesEchoes,
        Instant receivedAt) {

    public enum Action {
        TRIGGER,
        ACKNOWLEDGE,
        RESOLVE
    }

    public record Link(String href, @Nullable String text) {}

    public Signal {
        labels = Map.copyOf(labels);
        links = List.copyOf(links);
    }

    public boolean isTrigger() {
        return action == Action.TRIGGER;
    }
}
