package dev.holdfast.incidents;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.paging.PagingState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident as it stands at an instant, with what it costs, who helps and who is called. */
public record Picture(
        Incident incident,
        Instant at,
        List<AffectedNow> affected,
        List<Responder> responders,
        long alertCount,
        PagingState paging,
        Cost cost,
        @Nullable ToleranceNow tolerance) {

    /** A service that loses money, and how much of it is lost. */
    public record AffectedNow(ServiceName service, BigDecimal impact) {}

    /**
     * What the service may still be unavailable this week, and when nothing is left if it goes on.
     *
     * @param usedByThis what this incident alone has used of the week; the rest of what is used was used before it
     */
    public record ToleranceNow(Duration perWeek, Duration left, @Nullable Instant exhaustedAt, Duration usedByThis) {}
}
