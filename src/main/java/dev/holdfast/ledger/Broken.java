package dev.holdfast.ledger;

/** The first entry at which the ledger does not hold, and why. */
public record Broken(long sequence, String why) {}
