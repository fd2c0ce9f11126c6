package dev.holdfast.ledger;

import org.jspecify.annotations.Nullable;

/** What a look through the whole ledger found. */
public record Verdict(boolean verified, long entries, Head head, @Nullable Broken firstBroken) {}
