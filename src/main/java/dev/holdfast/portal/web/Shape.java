package dev.holdfast.portal.web;

import java.util.Locale;

/** The shape that goes with a status, so that it reads without colour. */
public enum Shape {
    DOT,
    RING,
    TRIANGLE,
    DIAMOND,
    HALF,
    CHECK,
    CROSS,
    BACK;

    public String symbol() {
        return "s-" + name().toLowerCase(Locale.ROOT);
    }
}
