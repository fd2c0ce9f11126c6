package dev.holdfast.portal.web;

import org.jspecify.annotations.Nullable;

/** A line of a short list: shape or avatar, what it is about, where it leads, and a second fact at its end. */
public record Line(
        @Nullable Status status, @Nullable Avatar avatar, String words, @Nullable String address, String end, boolean strong) {

    public static Line of(Status status, String words, @Nullable String address, String end) {
        return new Line(status, null, words, address, end, false);
    }

    public static Line of(Avatar avatar, String words, @Nullable String address, String end) {
        return new Line(null, avatar, words, address, end, false);
    }

    public Line asStrong() {
        return new Line(status, avatar, words, address, end, true);
    }
}
