package dev.holdfast.incidents.web;

import dev.holdfast.http.Unprocessable;
import org.jspecify.annotations.Nullable;

/** What people write, checked. */
final class Text {

    private static final int LONGEST = 20_000;

    private Text() {}

    static String required(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Unprocessable.of(field, "REQUIRED", field + " is needed.");
        }
        return within(field, text);
    }

    static @Nullable String optional(String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : within(field, text);
    }

    static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw Unprocessable.of(field, "REQUIRED", field + " is needed.");
        }
        return value;
    }

    private static String within(String field, String text) {
        if (text.length() > LONGEST) {
            throw Unprocessable.of(field, "OUT_OF_RANGE", field + " has at most " + LONGEST + " characters.");
        }
        return text.strip();
    }
}
