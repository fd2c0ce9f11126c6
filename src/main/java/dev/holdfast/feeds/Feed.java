package dev.holdfast.feeds;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A calendar's address, without its secret.
 *
 * @param name of the person, team or schedule; of what is planned also {@code *}, for all teams
 * @param madeFor the person whose account made it; it ends when they are no longer there
 */
public record Feed(String id, Kind kind, String name, String account, @Nullable String madeFor, Instant madeAt) {

    public static final String ALL = "*";

    /** Whose shifts it has, or for whom it has what is planned. */
    public enum Kind {
        PERSON,
        TEAM,
        SCHEDULE,
        CHANGE_MANAGEMENT,
        INCIDENT_MANAGEMENT;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean isOfShifts() {
            return this == PERSON || this == TEAM || this == SCHEDULE;
        }
    }

    boolean isOfAll() {
        return name.equals(ALL);
    }
}
