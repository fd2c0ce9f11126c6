package dev.holdfast.paging;

import com.fasterxml.jackson.annotation.JsonValue;

/** What somebody is called about, by the opaque id that its owner gave it. */
public record SubjectId(@JsonValue String value) {

    public SubjectId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A subject has an id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
