package dev.holdfast.readiness;

/** Evidence as it was written down for a preparation. */
public record Written(Preparation preparation, Evidence evidence) {}
