package dev.holdfast.search;

/** Something that was found, and how near it is to what was asked for. */
public record Hit(Findable found, Match match) {

    /** The nearest first. */
    public enum Match {
        /** Its name or title is what was asked for, or an address of it. */
        EXACT,
        /** Its name or title begins so. */
        BEGINNING,
        /** Every word begins one of its name or title. */
        NAMED,
        /** By something else that it is found by. */
        MENTIONED,
        /** Only by words that are nearly so. */
        NEAR
    }
}
