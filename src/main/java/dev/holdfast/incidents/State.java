package dev.holdfast.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an incident stands. */
public enum State {
    TRIGGERED,
    ACKNOWLEDGED,
    RESOLVED;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
