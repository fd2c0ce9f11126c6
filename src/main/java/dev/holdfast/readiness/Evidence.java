package dev.holdfast.readiness;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What shows that something is prepared: written by a person, or seen by Holdfast itself. {@code at} is null where nobody
 * knows how old it is; without {@code validFor} it counts for ever.
 */
public record Evidence(String text, @Nullable String url, String by, @Nullable Instant at, @Nullable Duration validFor) {

    public static final String HOLDFAST = "holdfast";

    static Evidence seen(String text, @Nullable URI url, @Nullable Instant at, @Nullable Duration validFor) {
        return new Evidence(text, url == null ? null : url.toString(), HOLDFAST, at, validFor);
    }

    public boolean isSeen() {
        return by.equals(HOLDFAST);
    }

    /** Of what grows old without a known age, nobody can say that it still counts. */
    boolean isDue(Instant now) {
        if (validFor == null) return false;
        return at == null || at.plus(validFor).isBefore(now);
    }

    boolean isNewerThan(Evidence other) {
        return at != null && (other.at == null || at.isAfter(other.at));
    }
}
