package dev.holdfast.alerts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How bad a sender says it is, mildest first. */
public enum Severity {
    INFO,
    WARNING,
    ERROR,
    CRITICAL;

    private static final Map<String, Severity> SPELLINGS = Map.ofEntries(
            Map.entry("critical", CRITICAL), Map.entry("crit", CRITICAL), Map.entry("fatal", CRITICAL),
            Map.entry("emergency", CRITICAL), Map.entry("page", CRITICAL), Map.entry("disaster", CRITICAL),
            Map.entry("p1", CRITICAL), Map.entry("sev1", CRITICAL), Map.entry("high", CRITICAL),
            Map.entry("error", ERROR), Map.entry("err", ERROR), Map.entry("major", ERROR),
            Map.entry("p2", ERROR), Map.entry("sev2", ERROR),
            Map.entry("warning", WARNING), Map.entry("warn", WARNING), Map.entry("minor", WARNING),
            Map.entry("p3", WARNING), Map.entry("sev3", WARNING), Map.entry("medium", WARNING),
            Map.entry("info", INFO), Map.entry("information", INFO), Map.entry("informational", INFO),
            Map.entry("notice", INFO), Map.entry("debug", INFO), Map.entry("none", INFO), Map.entry("ok", INFO),
            Map.entry("low", INFO), Map.entry("p4", INFO), Map.entry("p5", INFO));

    /** In any spelling; what nobody knows is read as an error, since its sender will not try again (rule 9). */
    public static Severity read(@Nullable String spelling) {
        return spelling == null
                ? ERROR
                : SPELLINGS.getOrDefault(spelling.strip().toLowerCase(Locale.ROOT), ERROR);
    }

    public boolean isWorseThan(Severity other) {
        return compareTo(other) > 0;
    }

    public static Severity worse(Severity one, Severity two) {
        return one.isWorseThan(two) ? one : two;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
