package dev.holdfast.catalogue;

/** What a foundational system is made of. */
public enum FoundationalType {
    COTS,
    CUSTOM_INTEGRATION,
    INFRASTRUCTURE
}
