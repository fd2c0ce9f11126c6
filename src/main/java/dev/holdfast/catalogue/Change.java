package dev.holdfast.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** What applying a document does to a thing. */
public record Change(String kind, String name, Action action, List<FieldChange> fields) {

    public Change {
        fields = List.copyOf(fields);
    }

    /** Whether the thing is new. */
    public enum Action {
        CREATE,
        UPDATE;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
