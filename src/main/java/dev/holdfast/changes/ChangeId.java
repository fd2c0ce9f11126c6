package dev.holdfast.changes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a change, for programs. */
public record ChangeId(@JsonValue UUID value) {

    static ChangeId fresh() {
        return new ChangeId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
