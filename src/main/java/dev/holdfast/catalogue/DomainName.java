package dev.holdfast.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name by which a domain is referred to everywhere. */
public record DomainName(@JsonValue String value) implements Comparable<DomainName> {

    @JsonCreator
    public DomainName {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A domain has a name");
        }
    }

    @Override
    public int compareTo(DomainName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
