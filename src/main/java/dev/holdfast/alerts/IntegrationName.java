package dev.holdfast.alerts;

import com.fasterxml.jackson.annotation.JsonValue;

/** The name of an integration in the catalogue. */
public record IntegrationName(@JsonValue String value) {

    @Override
    public String toString() {
        return value;
    }
}
