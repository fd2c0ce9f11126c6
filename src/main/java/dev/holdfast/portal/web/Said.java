package dev.holdfast.portal.web;

import org.jspecify.annotations.Nullable;

/** A sentence in its tone, and where to do something about it. */
public record Said(String strong, String words, Tone tone, @Nullable String link, String address) {

    public static Said of(String strong, String words, Tone tone) {
        return new Said(strong, words, tone, null, "");
    }
}
