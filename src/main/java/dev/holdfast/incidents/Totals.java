package dev.holdfast.incidents;

import java.math.BigDecimal;

/**
 * What the incidents of a filter come to, in the organisation's currency.
 *
 * @param major of all of them, open or resolved
 * @param lost by those that are resolved
 * @param atTolerable what those of them would have lost that have a target to be held against
 * @param unreckoned resolved ones of services that were not assessed, whose loss nobody knows
 */
public record Totals(
        long open, long resolved, long major, BigDecimal lost, BigDecimal protectedLoss, BigDecimal atTolerable, long unreckoned) {

    public long count() {
        return open + resolved;
    }
}
