package dev.holdfast.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Which entries are asked for; what is absent does not narrow. */
public record Question(
        @Nullable String subject, @Nullable String by, @Nullable Instant from, @Nullable Instant to) {}
