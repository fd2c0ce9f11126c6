package dev.holdfast.incidents;

import dev.holdfast.catalogue.ServiceName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident that is over, told afterwards: to be imported as if it had been lived. */
public record Past(
        ServiceName service,
        String summary,
        dev.holdfast.alerts.Severity severity,
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
