package dev.holdfast.incidents;

import dev.holdfast.alerts.Severity;
import dev.holdfast.catalogue.ServiceName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident that is over, told afterwards: to be imported as if it had been lived.
 *
 * @param type as people decided it; null where the expected loss is to decide
 * @param externalId what it is called where it was kept; null where it is known by nothing
 */
public record Past(
        ServiceName service,
        String summary,
        Severity severity,
        @Nullable IncidentType type,
        Instant startedAt,
        Instant resolvedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        List<Revision> impacts,
        @Nullable StatedLoss stated,
        @Nullable String externalId) {

    public record Revision(Instant at, BigDecimal impact) {}

    public record StatedLoss(Instant at, BigDecimal amount) {}

    public Past {
        impacts = List.copyOf(impacts);
    }
}
