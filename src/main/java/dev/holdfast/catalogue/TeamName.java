package dev.holdfast.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name by which a team is referred to everywhere. */
public record TeamName(@JsonValue String value) implements Comparable<TeamName> {

    @JsonCreator
    public TeamName {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A team has a name");
        }
    }

    @Override
    public int compareTo(TeamName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
