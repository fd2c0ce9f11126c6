package dev.holdfast.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An API token as it is listed: without its secret, which is shown once. */
public record Token(
        String id,
        String name,
        Set<Scope> scopes,
        @Nullable String team,
        @Nullable String person,
        String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    public Token {
        scopes = java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(scopes));
    }
}
