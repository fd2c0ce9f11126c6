package dev.holdfast.remuneration;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a BudgetLine document says (G2, G5). */
@Component
class BudgetLinePart implements SpecPart<BudgetLine> {

    static final String KIND = "BudgetLine";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> fields() {
        return Set.of("service", "domain", "from", "to", "funding", "holder", "planned");
    }

    @Override
    public @Nullable BudgetLine read(SpecReader spec) {
        var bearer = bearer(spec);
        var from = spec.required("from", spec.date("from"));
        var to = spec.required("to", spec.date("to"));
        var funding = spec.required("funding", spec.choice("funding", Funding.class));
        var holder = spec.required("holder", spec.reference("holder", "Person"));
        var planned = planned(spec);
        if (from != null && to != null && !from.isBefore(to)) {
            spec.fault("to", "OUT_OF_RANGE", "A budget line ends after it begins");
            return null;
        }
        return bearer == null || from == null || to == null || funding == null || holder == null || holder.isBlank() || planned == null
                ? null
                : new BudgetLine(spec.name(), bearer, from, to, funding, new PersonName(holder), planned);
    }

    /** Two lines of one service at one time, or a domain's by another than its sole holder, leave open who pays. */
    @Override
    public void check(BudgetLine line, CatalogueView proposed, SpecReader faults) {
        proposed.parts(this).values().stream()
                .filter(other -> !other.name().equals(line.name()) && other.overlaps(line))
                .findFirst()
                .ifPresent(other -> faults.fault("from", "STATE", "The budget line %s holds for %s in that time already"
                        .formatted(other.name(), line.bearer().name())));
        if (line.bearer().kind() != Bearer.Kind.DOMAIN) return;
        proposed.domain(new DomainName(line.bearer().name()))
                .map(Domain::budgetHolder)
                .filter(sole -> !sole.equals(line.holder()))
                .ifPresent(sole -> faults.fault("holder", "STATE", "The sole budget holder of %s is %s".formatted(line.bearer().name(), sole)));
    }

    private static @Nullable Bearer bearer(SpecReader spec) {
        var service = spec.reference("service", "Service");
        var domain = spec.reference("domain", "Domain");
        if (spec.has("service") == spec.has("domain")) {
            spec.fault("service", spec.has("service") ? "STATE" : "REQUIRED", "A budget line is for a service or for a domain");
            return null;
        }
        if (service != null && !service.isBlank()) return new Bearer(Bearer.Kind.SERVICE, service);
        return domain == null || domain.isBlank() ? null : new Bearer(Bearer.Kind.DOMAIN, domain);
    }

    private static @Nullable BigDecimal planned(SpecReader spec) {
        var planned = spec.required("planned", spec.decimal("planned"));
        if (planned != null && planned.signum() < 0) {
            spec.fault("planned", "OUT_OF_RANGE", planned.toPlainString() + " is negative");
            return null;
        }
        return planned;
    }
}
