package dev.holdfast.subscriptions;

import dev.holdfast.http.Unprocessable;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to be told.
 *
 * @param secret of a webhook; without one it is made here
 * @param digestAt null where it is told at once
 */
public record Wish(String scope, Told told, Way way, String to, @Nullable String secret, @Nullable LocalTime digestAt) {

    /** As its fields say it, in words. */
    public static Wish read(
            String scope, @Nullable String on, @Nullable String by, String to, @Nullable String secret, @Nullable String digest) {
        return new Wish(scope, choice(Told.values(), Told::word, "on", on), choice(Way.values(), Way::word, "by", by), to, secret, time(digest));
    }

    private static <T> T choice(T[] choices, Function<T, String> word, String field, @Nullable String said) {
        return Arrays.stream(choices)
                .filter(each -> word.apply(each).equals(said))
                .findFirst()
                .orElseThrow(() -> Unprocessable.of(field, said == null ? "REQUIRED" : "UNKNOWN_VALUE", "%s is one of %s.".formatted(
                        field, Arrays.stream(choices).map(word).collect(Collectors.joining(", ")))));
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalTime.parse(text);
        } catch (DateTimeException none) {
            throw Unprocessable.of("digest", "MALFORMED", "digest is a time of day such as 08:30.");
        }
    }
}
