package dev.holdfast.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name by which a person is referred to everywhere. */
public record PersonName(@JsonValue String value) implements Comparable<PersonName> {

    @JsonCreator
    public PersonName {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A person has a name");
        }
    }

    @Override
    public int compareTo(PersonName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
