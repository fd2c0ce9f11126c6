package dev.holdfast.deployments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a build was made of, as its forge tells. */
public record Commit(String sha, @Nullable String author, @Nullable String reviewer, @Nullable Instant at, @Nullable String message) {}
