package dev.holdfast.operatingmodel.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A policy as it is sent, for the description of the API alone: the document's own reading decides what is right. */
record PolicyBody(
        @Nullable Instant effectiveFrom,
        @Nullable String currency,
        @Nullable Hours workingHours,
        @Nullable List<Band> exposureBands,
        @Nullable List<Demand> demandBands,
        @Nullable Map<String, String> onCallLevels,
        @Nullable Loss incidentLoss,
        @Nullable Map<String, Treatment> severities,
        @Nullable String wakeFrom,
        @Nullable Heads heads,
        @Nullable Escalation escalation,
        @Nullable Suppression suppression,
        @Nullable Unrouted unrouted,
        @Nullable Prices remuneration) {

    record Hours(String timeZone, List<String> days, String from, String to, @Nullable List<String> holidays) {}

    record Band(BigDecimal upTo, String level) {}

    record Demand(String name, String every) {}

    record Loss(BigDecimal high, BigDecimal medium) {}

    record Treatment(String page, @Nullable BigDecimal impact) {}

    record Heads(@Nullable String operations, @Nullable String product, @Nullable String delivery) {}

    record Escalation(@Nullable String stepTimeout, @Nullable Map<String, String> tierTimeouts, @Nullable Integer rounds, @Nullable String majorAckTimeout) {}

    record Suppression(@Nullable BreakThrough breakThrough) {}

    record BreakThrough(@Nullable BigDecimal lossAbove) {}

    record Unrouted(String service) {}

    record Prices(String model, Rate standby, @Nullable CalloutRate callout, @Nullable List<Special> exceptions) {}

    record Rate(BigDecimal amount, String per) {}

    record CalloutRate(BigDecimal amount, String per, @Nullable String minimum, @Nullable String roundUpTo) {}

    record Special(@Nullable String team, @Nullable String person, @Nullable Rate standby, @Nullable CalloutRate callout) {}
}
