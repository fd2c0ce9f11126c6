package dev.holdfast.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What is to be recorded at the commit. */
record Act(Instant at, String by, String act, String subject, @Nullable String before, @Nullable String after) {}
