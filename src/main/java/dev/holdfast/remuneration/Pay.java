package dev.holdfast.remuneration;

import dev.holdfast.operatingmodel.Remuneration;
import dev.holdfast.operatingmodel.Remuneration.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/**
 * What an hour of standby is worth.
 *
 * @param over the hours that a rate per week or day is divided by; an hour for one per hour
 * @param by for whom the rate stands in the price list
 */
record Pay(Rate rate, Duration over, Remuneration.By by) {

    static final Duration AN_HOUR = Duration.ofHours(1);

    BigDecimal over(Duration time) {
        return over.isZero()
                ? BigDecimal.ZERO
                : rate.amount().multiply(seconds(time)).divide(seconds(over), MathContext.DECIMAL128);
    }

    BigDecimal anHour() {
        return over(AN_HOUR);
    }

    static BigDecimal hours(Duration time) {
        return seconds(time).divide(seconds(AN_HOUR), MathContext.DECIMAL128);
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), 9));
    }
}
