package dev.holdfast.reflection;

import dev.holdfast.operatingmodel.ExposureBand;
import dev.holdfast.quantities.AvailabilityLevel;
import java.math.BigDecimal;

/** A band as a proposal would have it: the exposures up to an amount, and their availability level. */
public record Bound(BigDecimal upTo, AvailabilityLevel level) {

    static Bound of(ExposureBand band) {
        return new Bound(band.upTo(), band.level());
    }
}
