package dev.holdfast.incidents;

import dev.holdfast.alerts.Severity;
import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the Organisation document says of incidents; what it leaves out is as in the example's policy. */
@Component
class IncidentPolicyPart implements SpecPart<IncidentPolicy> {

    @Override
    public String kind() {
        return "Organisation";
    }

    @Override
    public Set<String> fields() {
        return Set.of("incidentLoss", "severities", "wakeFrom");
    }

    @Override
    public IncidentPolicy read(SpecReader spec) {
        var loss = spec.object("incidentLoss");
        var high = loss == null ? null : amount(loss, "high");
        var medium = loss == null ? null : amount(loss, "medium");
        var wakeFrom = spec.choice("wakeFrom", LossSize.class);
        var policy = new IncidentPolicy(
                high == null ? IncidentPolicy.DEFAULT.high() : high,
                medium == null ? IncidentPolicy.DEFAULT.medium() : medium,
                wakeFrom == null ? IncidentPolicy.DEFAULT.wakeFrom() : wakeFrom,
                severities(spec.object("severities")));
        if (loss != null && policy.high().compareTo(policy.medium()) < 0) {
            loss.fault("high", "OUT_OF_RANGE", "High is not below medium.");
        }
        return policy;
    }

    private static @Nullable BigDecimal amount(SpecReader loss, String field) {
        var amount = loss.decimal(field);
        if (amount != null && amount.signum() < 0) {
            loss.fault(field, "OUT_OF_RANGE", "A loss is not negative.");
        }
        return amount;
    }

    private static Map<Severity, Treatment> severities(@Nullable SpecReader said) {
        var severities = new EnumMap<>(IncidentPolicy.DEFAULT.severities());
        if (said == null) {
            return severities;
        }
        for (var severity : Severity.values()) {
            var treatment = said.object(severity.name().toLowerCase(Locale.ROOT));
            if (treatment != null) {
                severities.put(severity, treatment(treatment, IncidentPolicy.DEFAULT.of(severity)));
            }
        }
        return severities;
    }

    private static Treatment treatment(SpecReader said, Treatment otherwise) {
        var page = said.choice("page", Treatment.Pages.class);
        var impact = said.decimal("impact");
        if (impact != null && (impact.signum() < 0 || impact.compareTo(BigDecimal.ONE) > 0)) {
            said.fault("impact", "OUT_OF_RANGE", "An impact is between 0 and 1.");
        }
        return new Treatment(page == null ? otherwise.page() : page, impact == null ? otherwise.impact() : impact);
    }
}
