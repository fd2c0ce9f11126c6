package dev.holdfast.incidents;

import dev.holdfast.alerts.Severity;
import dev.holdfast.catalogue.ServiceName;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An incident as its row has it.
 *
 * @param service who answers; what loses money is in its impacts
 * @param severity of the most severe alert that it ever had
 * @param impactSet whether a person has set the impact, which alerts then no longer raise
 */
public record Incident(
        IncidentId id,
        long number,
        String summary,
        State state,
        ServiceName service,
        Severity severity,
        boolean security,
        IncidentType type,
        TypeBy typeBy,
        LossSize size,
        @Nullable Instant restoreBy,
        boolean impactSet,
        @Nullable String commander,
        Instant startedAt,
        Instant openedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Nullable Instant notedAt,
        boolean imported,
        @Nullable String externalId,
        @Nullable Figures figures) {

    /** Who decided the type. */
    public enum TypeBy {
        EXPECTED_LOSS,
        PERSON,
        SECURITY;

        @com.fasterxml.jackson.annotation.JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** What it cost, as reckoned when it ended, in the organisation's currency; null where there is nothing to reckon. */
    public record Figures(
            @Nullable BigDecimal loss,
            @Nullable BigDecimal atTolerable,
            @Nullable BigDecimal protectedLoss,
            @Nullable BigDecimal overrun) {}

    public boolean isOpen() {
        return state != State.RESOLVED;
    }

    public boolean isMajor() {
        return type == IncidentType.MAJOR;
    }

    /** The number for people. */
    public String reference() {
        return "INC-" + number;
    }
}
