package dev.holdfast.notification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The way to a person. */
public enum By {
    WEBHOOK,
    NTFY,
    EMAIL;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static By of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
