package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.ServiceKind;
import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody confirmed a calculated outcome, or replaced parts of it, and why. It stands until its end or the next
 * decision.
 */
public record Decision(
        UUID id,
        ServiceName service,
        Instant at,
        String by,
        Inputs inputs,
        int policyVersion,
        @Nullable Outcome calculated,
        @Nullable Overriding overriding,
        String reason,
        @Nullable Instant until) {

    /** What the calculation was made from. */
    public record Inputs(@Nullable Exposure exposure, @Nullable String demand, @Nullable ServiceKind kind) {}

    boolean overridesAt(Instant instant) {
        return overriding != null && !instant.isBefore(at) && (until == null || instant.isBefore(until));
    }
}
