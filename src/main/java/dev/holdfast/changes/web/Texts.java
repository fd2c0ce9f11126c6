package dev.holdfast.changes.web;

import dev.holdfast.http.Unprocessable;
import org.jspecify.annotations.Nullable;

/** Texts of requests. */
final class Texts {

    private static final int LONGEST = 500;

    private Texts() {}

    static String required(String field, @Nullable String text) {
        if (text == null || text.isBlank()) throw Unprocessable.of(field, "REQUIRED", field + " is required.");
        return atMost(field, text.strip());
    }

    static @Nullable String optional(String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : atMost(field, text.strip());
    }

    static String atMost(String field, String text) {
        if (text.length() > LONGEST) throw Unprocessable.of(field, "OUT_OF_RANGE", "%s has at most %d characters.".formatted(field, LONGEST));
        return text;
    }
}
