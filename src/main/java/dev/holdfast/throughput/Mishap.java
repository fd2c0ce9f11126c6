package dev.holdfast.throughput;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An incident as far as deployments may have caused it.
 *
 * @param cause the deployment that somebody named, by its id, change or version; empty where they said that none did it; null where nobody said
 */
record Mishap(String id, Instant startedAt, @Nullable Instant resolvedAt, @Nullable String cause) {}
