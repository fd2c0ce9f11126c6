package dev.holdfast.incidents;

import dev.holdfast.quantities.Period;
import java.math.BigDecimal;

/** A time in which a share of a service was unavailable. Without an end it still is. */
public record Outage(Period period, BigDecimal share) {}
