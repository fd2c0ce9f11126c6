package dev.holdfast.drill;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For when a chain is followed. */
public enum Moment {
    NOW("now"),
    TONIGHT("tonight"),
    SUNDAY("on Sunday at 03:00");

    private final String words;

    Moment(String words) {
        this.words = words;
    }

    public static Optional<Moment> of(String word) {
        return Arrays.stream(values()).filter(moment -> moment.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in a sentence. */
    public String words() {
        return words;
    }
}
