package dev.holdfast.throughput;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.holdfast.quantities.Because;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One measure of a scope over a period.
 *
 * @param value a decimal or a duration as text; null where it is not applicable
 * @param further what else is said of it, such as its 90th percentile
 * @param counts of what it was made
 * @param unripe deployments so young that their failure may not be known yet
 */
public record Measure(
        String id, String name, Kind kind, @Nullable String value, Unit unit, @Nullable String target, @Nullable Boolean met, Map<String, String> further,
        Map<String, Integer> counts, int unripe, Defects defects, List<Point> trend, List<Because> explain,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String notApplicable) {

    public Measure {
        further = Collections.unmodifiableMap(new LinkedHashMap<>(further));
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        trend = List.copyOf(trend);
        explain = List.copyOf(explain);
    }

    /** Whether it moves first or follows. */
    public enum Kind {
        LEADING,
        TRAILING;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What its value is. */
    public enum Unit {
        SHARE,
        DURATION,
        A_WEEK;

        @JsonValue
        public String word() {
            return this == A_WEEK ? "per-week" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was found to be wrong or missing in the data. */
    public record Defects(int negativeLeadTimes, int unattributedIncidents) {}

    /** From when on, and how much; null where there is nothing to say. */
    public record Point(Instant from, @Nullable String value) {}
}
