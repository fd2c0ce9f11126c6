package dev.holdfast.portal.web;

import java.util.Locale;

/** What a colour means; the names are the classes of the style sheet. */
public enum Tone {
    LOSS,
    CAUTION,
    SAFE,
    ACCENT,
    OPS,
    QUIET,
    SOLID;

    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
