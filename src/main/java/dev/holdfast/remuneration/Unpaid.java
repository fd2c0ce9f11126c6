package dev.holdfast.remuneration;

import dev.holdfast.catalogue.PersonName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;

/** Best-efforts support: somebody worked out of hours, was on call by no schedule, and the price list pays no callouts. */
public record Unpaid(PersonName person, YearMonth month, String incident, Instant from, Instant to, BigDecimal hours) {}
