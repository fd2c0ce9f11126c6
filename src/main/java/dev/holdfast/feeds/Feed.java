package dev.holdfast.feeds;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A calendar's address, without its secret.
 *
 * @param madeFor the person whose account made it; it ends when they are no longer there
 */
public record Feed(String id, Kind kind, String name, String account, @Nullable String madeFor, Instant madeAt) {

    /** Whose shifts it has. */
    public enum Kind {
        PERSON,
        TEAM,
        SCHEDULE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
