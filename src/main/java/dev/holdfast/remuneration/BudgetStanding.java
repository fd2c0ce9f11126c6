package dev.holdfast.remuneration;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a year was spent on one bearer and is committed by shifts ahead, beside what was planned.
 *
 * @param line the budget line; null where money is spent and none is declared
 * @param apportioned a domain's cost in equal parts on the services that it covered, for information
 */
public record BudgetStanding(
        Bearer bearer, @Nullable BudgetLine line, @Nullable String holder, BigDecimal spent, BigDecimal committed, Map<YearMonth, BigDecimal> byMonth,
        List<Apportioned> apportioned) {

    /** The part of a domain's cost that falls on a service. */
    public record Apportioned(String service, BigDecimal amount) {}

    public BudgetStanding {
        byMonth = Map.copyOf(byMonth);
        apportioned = List.copyOf(apportioned);
    }

    public @Nullable BigDecimal planned() {
        return line == null ? null : line.planned();
    }

    /** Whether more is spent and committed than was planned. */
    public boolean isBeyondPlan() {
        return line != null && spent.add(committed).compareTo(line.planned()) > 0;
    }
}
