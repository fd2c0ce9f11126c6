package dev.holdfast.portal.web.models;

import dev.holdfast.quantities.AvailabilityLevel;
import java.math.BigDecimal;

/** What a level tolerates in a week, as in tables: {@code 1:40:48}, to the nearest second. */
final class Tolerances {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Tolerances() {}

    static String clock(AvailabilityLevel level) {
        var time = level.tolerableUnavailabilityPerWeek().plusMillis(500);
        return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    /** The share of the week that it is: {@code 1 % of 168 hours}. */
    static String share(AvailabilityLevel level) {
        return HUNDRED.subtract(level.percent()).stripTrailingZeros().toPlainString() + "\u202f% of 168 hours";
    }
}
