package dev.holdfast.reflection;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts that people would choose as a bound. */
final class Rounding {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Rounding() {}

    /** The next step of a twentieth of its magnitude: 810 000 becomes 850 000. */
    static BigDecimal up(BigDecimal amount) {
        return toStep(amount, step(amount), RoundingMode.CEILING);
    }

    /** A round amount from {@code low} on and below {@code high}: the roundest that there is between them. */
    static BigDecimal between(BigDecimal low, BigDecimal high) {
        var middle = low.add(high).divide(TWO);
        for (var step = step(high); ; step = step.divide(BigDecimal.TEN)) {
            var rounded = toStep(middle, step, RoundingMode.HALF_UP);
            if (rounded.compareTo(low) >= 0 && rounded.compareTo(high) < 0 && rounded.signum() > 0) return rounded;
        }
    }

    private static BigDecimal step(BigDecimal amount) {
        var digits = amount.precision() - amount.scale();
        return new BigDecimal("0.5").movePointRight(digits - 1);
    }

    private static BigDecimal toStep(BigDecimal amount, BigDecimal step, RoundingMode mode) {
        var whole = amount.divide(step, 0, mode).multiply(step).stripTrailingZeros();
        return whole.setScale(Math.max(0, whole.scale()));
    }
}
