package dev.holdfast.incidents;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who helps, from joining to leaving. */
public record Responder(PersonName person, Role role, Instant joinedAt, @Nullable Instant leftAt) {

    public enum Role {
        COMMANDER,
        RESPONDER,
        INCIDENT_MANAGER;

        @com.fasterxml.jackson.annotation.JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
