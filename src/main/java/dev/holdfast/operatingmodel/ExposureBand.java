package dev.holdfast.operatingmodel;

import dev.holdfast.quantities.AvailabilityLevel;
import java.math.BigDecimal;

/** Exposures up to a bound, the bound included, and the availability level that they call for. */
public record ExposureBand(BigDecimal upTo, AvailabilityLevel level) {}
