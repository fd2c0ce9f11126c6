package dev.holdfast.drill;

import java.util.Locale;

/** What can be broken in a chain, in the order of its links. */
public enum Break {
    UNROUTED("Unrouted"),
    UNKNOWN_SERVICE("Unknown service"),
    DECOMMISSIONED("Decommissioned"),
    DRY_RUN("Dry run"),
    NO_OWNER("No owner"),
    UNRESOLVED_OWNER("Unresolved owner"),
    UNASSESSED("Unassessed"),
    NO_SCHEDULE("No schedule"),
    GAP("Gap"),
    OPTED_OUT("Opted out"),
    LEFT("Has left"),
    UNREACHABLE("Cannot be reached");

    private final String words;

    Break(String words) {
        this.words = words;
    }

    public static Break of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String words() {
        return words;
    }
}
