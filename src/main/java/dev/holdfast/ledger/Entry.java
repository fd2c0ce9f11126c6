package dev.holdfast.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** One act as the ledger holds it; {@code before} and {@code after} are the JSON text that was written. */
public record Entry(
        long sequence,
        Instant at,
        String by,
        String act,
        String subject,
        @Nullable String before,
        @Nullable String after,
        String previousHash,
        String hash) {}
