package dev.holdfast.remuneration;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;

/** An approved statement in a list of a person's own. */
public record Kept(String id, YearMonth month, BigDecimal total, String approvedBy, Instant approvedAt) {}
