package dev.holdfast.drill;

import java.util.Locale;

/** Where a chain ends, the worst first. */
public enum Verdict {
    /** Nobody is called. */
    NOBODY("reaches nobody"),
    /** Nobody is called, as somebody declared: dry run. */
    DRY_RUN("dry run: calls nobody"),
    /** Nobody on call is reached, and the fallback chain is. */
    FALLBACK("reaches the fallback"),
    /** Nobody is called before work begins, by the on-call level. */
    WAITS("waits until work begins"),
    /** Whoever is on call is reached. */
    REACHED("reaches who is on call");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    public static Verdict of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String words() {
        return words;
    }

    /** Whether somebody is called, at once or when work begins. */
    public boolean reaches() {
        return this == REACHED || this == WAITS || this == FALLBACK;
    }
}
