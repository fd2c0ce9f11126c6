package dev.holdfast.access;

import org.jspecify.annotations.Nullable;

/** Why what the provider sent proves nothing; {@code away} when it could not be asked. */
final class NotProven extends Exception {

    private final boolean away;

    private NotProven(String reason, boolean away, @Nullable Throwable cause) {
        super(reason.replaceAll("\\p{Cntrl}+", " "), cause);
        this.away = away;
    }

    static NotProven because(String reason, @Nullable Throwable cause) {
        return new NotProven(reason, false, cause);
    }

    static NotProven away(String reason, @Nullable Throwable cause) {
        return new NotProven(reason, true, cause);
    }

    boolean isAway() {
        return away;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
