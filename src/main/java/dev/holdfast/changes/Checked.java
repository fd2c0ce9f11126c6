package dev.holdfast.changes;

/** What a check without a server found, in one line. */
public record Checked(boolean verified, String line) {}
