package dev.holdfast.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The opaque id of an incident. */
public record IncidentId(UUID value) {

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
