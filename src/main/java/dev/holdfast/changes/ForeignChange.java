package dev.holdfast.changes;

import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that was decided and closed elsewhere.
 *
 * @param reference what it is called there, once within the service
 * @param approvedAt with {@code approvedBy}, or neither
 */
public record ForeignChange(
        String reference, ServiceName service, String version, String environment, Change.Kind kind, Change.Outcome outcome, String summary,
        @Nullable String description, @Nullable String incident, @Nullable String raisedBy, Instant raisedAt, @Nullable String approvedBy,
        @Nullable Instant approvedAt, Instant closedAt) {}
