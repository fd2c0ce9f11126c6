package dev.holdfast.catalogue;

/** What a service is: one that customers meet, or one that others stand on. */
public enum ServiceKind {
    DIGITAL,
    FOUNDATIONAL
}
