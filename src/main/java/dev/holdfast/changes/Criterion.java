package dev.holdfast.changes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** By what a build shows that it is of low risk and repeatable, as its template says (C1). */
public enum Criterion {
    AUTOMATED_TESTS("its last activity before production passed"),
    ZERO_DOWNTIME("nobody notices when it goes live"),
    FAST_REVERT("the version before it is back at once"),
    SMALL("it has few commits"),
    OBSERVED("its telemetry is watched");

    private final String sentence;

    Criterion(String sentence) {
        this.sentence = sentence;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What holds where it is met. */
    public String sentence() {
        return sentence;
    }
}
