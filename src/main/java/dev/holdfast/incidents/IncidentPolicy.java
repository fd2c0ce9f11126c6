package dev.holdfast.incidents;

import static java.util.Map.entry;

import dev.holdfast.alerts.Severity;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;

/** What the organisation says of alerts and incidents; amounts in its currency. */
record IncidentPolicy(BigDecimal high, BigDecimal medium, LossSize wakeFrom, Map<Severity, Treatment> severities) {

    /** The example's policy (03-contract), in force until an organisation is applied. */
    static final IncidentPolicy DEFAULT = new IncidentPolicy(
            new BigDecimal("100000"),
            new BigDecimal("10000"),
            LossSize.LOW,
            Map.ofEntries(
                    entry(Severity.CRITICAL, new Treatment(Treatment.Pages.ALWAYS, BigDecimal.ONE)),
                    entry(Severity.ERROR, new Treatment(Treatment.Pages.ALWAYS, new BigDecimal("0.25"))),
                    entry(Severity.WARNING, new Treatment(Treatment.Pages.WORKING_HOURS, new BigDecimal("0.02"))),
                    entry(Severity.INFO, new Treatment(Treatment.Pages.NEVER, BigDecimal.ZERO))));

    IncidentPolicy {
        severities = Map.copyOf(new EnumMap<>(severities));
    }

    Thresholds thresholds(Currency currency) {
        return new Thresholds(new Money(high, currency), new Money(medium, currency));
    }

    /** Whether somebody is woken out of hours for an incident of this size. */
    boolean wakesFor(LossSize size) {
        return size.compareTo(wakeFrom) >= 0;
    }

    Treatment of(Severity severity) {
        return java.util.Objects.requireNonNull(severities.get(severity), severity::toString);
    }
}
