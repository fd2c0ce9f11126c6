package dev.holdfast.alerts;

import dev.holdfast.catalogue.ServiceName;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A way in which an alert can come in, and where it goes.
 *
 * @param labels those that decide where it goes; none for a fixed service and for whatever no route places
 * @param pattern what a label has to match, where that cannot be said by an example
 * @param unknown the service that a route names although there is none
 * @param meant the service by routes and policy, even one that is decommissioned
 */
public record Way(
        IntegrationName integration,
        Kind kind,
        Map<String, String> labels,
        @Nullable String pattern,
        @Nullable ServiceName unknown,
        @Nullable ServiceName meant,
        Route route) {

    /** How its service is found: fixed, by a route that names it, by a label's value, or by none of them. */
    public enum Kind {
        FIXED,
        ROUTE,
        LABEL,
        ANYTHING_ELSE
    }

    public Way {
        labels = Map.copyOf(labels);
    }

    /** The same on every day, as an address of it. */
    public String key() {
        return integration + " " + words();
    }

    /** What an alert says that comes so. */
    public String words() {
        var said = new TreeMap<>(labels).entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(", "));
        return switch (kind) {
            case FIXED -> "any alert";
            case ANYTHING_ELSE -> "what no route places";
            case ROUTE, LABEL -> pattern == null ? said : said.isEmpty() ? pattern : said + ", " + pattern;
        };
    }
}
