package dev.holdfast.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the next page of a list begins; opaque to whoever carries it. */
public final class Cursor {

    private Cursor() {}

    public static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    /** What a cursor is answered that leads nowhere. */
    public static Unprocessable foreign() {
        return Unprocessable.of("cursor", "MALFORMED", "This cursor was not made here.");
    }

    /** The position that a cursor holds, read by what throws an {@link IllegalArgumentException} for a foreign one. */
    public static <T> Optional<T> read(@Nullable String cursor, Function<String, T> position) {
        try {
            return decode(cursor).map(position);
        } catch (IllegalArgumentException notOurs) {
            throw foreign();
        }
    }

    public static Optional<String> decode(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
    }
}
