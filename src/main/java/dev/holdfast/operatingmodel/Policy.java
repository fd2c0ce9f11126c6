package dev.holdfast.operatingmodel;

import dev.holdfast.quantities.AvailabilityLevel;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of what the organisation has agreed on. Version 0 is the example's, until an organisation is applied. */
public record Policy(int version, @Nullable Instant effectiveFrom, @Nullable Instant effectiveTo, Terms terms) {

    static final Policy DEFAULT = new Policy(0, null, null, Terms.DEFAULT);

    public Currency currency() {
        return terms.currency();
    }

    public ExposureBands exposureBands() {
        return terms.exposureBands();
    }

    public List<DemandBand> demandBands() {
        return terms.demandBands();
    }

    public OnCallLevels onCallLevels() {
        return terms.onCallLevels();
    }

    public Heads heads() {
        return terms.heads();
    }

    /** The model of a service with this target of its base exposure and this demand (rule 4). */
    public OperatingModel modelOf(AvailabilityLevel level, DemandBand demand) {
        return Selector.model(level, demand);
    }

    public @Nullable Remuneration remuneration() {
        return terms.remuneration();
    }

    /** The same with other terms: what would be. */
    Policy with(Terms others) {
        return new Policy(version, effectiveFrom, effectiveTo, others);
    }
}
