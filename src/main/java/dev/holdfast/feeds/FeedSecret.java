package dev.holdfast.feeds;

import dev.holdfast.keys.Secrets;
import java.util.regex.Pattern;

/** Secrets of 128 bits in addresses. */
final class FeedSecret {

    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    private FeedSecret() {}

    static String fresh() {
        return Secrets.fresh(BYTES);
    }

    static boolean mayBeOne(String text) {
        return FORM.matcher(text).matches();
    }
}
