package dev.holdfast.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name by which a service is referred to everywhere. */
public record ServiceName(@JsonValue String value) implements Comparable<ServiceName> {

    @JsonCreator
    public ServiceName {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A service has a name");
        }
    }

    @Override
    public int compareTo(ServiceName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
