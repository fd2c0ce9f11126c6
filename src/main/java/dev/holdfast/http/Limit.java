package dev.holdfast.http;

import org.jspecify.annotations.Nullable;

/** How many items of a list are asked for: 50 unless said otherwise, at most 500. */
public record Limit(int most) {

    public static Limit of(@Nullable Integer asked) {
        if (asked != null && (asked < 1 || asked > 500)) {
            throw Unprocessable.of("limit", "OUT_OF_RANGE", "limit is between 1 and 500, not " + asked + ".");
        }
        return new Limit(asked == null ? 50 : asked);
    }

    /** One more than is shown, to see whether there is a next page. */
    public int andOne() {
        return most + 1;
    }
}
