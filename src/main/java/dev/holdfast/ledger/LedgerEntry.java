package dev.holdfast.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One act as it is chained; {@code before} and {@code after} are JSON text. */
public record LedgerEntry(
        long sequence,
        Instant at,
        String by,
        String act,
        String subject,
        @Nullable String before,
        @Nullable String after,
        String previousHash,
        String hash) {}
