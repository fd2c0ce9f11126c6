package dev.holdfast.changes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the gate does for a service: refuse, or only say what it would have said. */
public enum GateMode {
    ENFORCE,
    RECORD_ONLY;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
