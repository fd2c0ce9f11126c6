package dev.holdfast.tables;

/** What became of a row. */
public enum Became {
    NEW,
    KNOWN,
    /** One of its name is there, and is another. */
    OTHER
}
