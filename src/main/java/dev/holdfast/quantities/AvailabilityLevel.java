package dev.holdfast.quantities;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** An availability target in percent, between 0 and 100 exclusive, with at most three decimals (rule 1). */
public record AvailabilityLevel(BigDecimal percent) implements Comparable<AvailabilityLevel> {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal NANOS_PER_WEEK = BigDecimal.valueOf(Duration.ofHours(168).toNanos());

    public AvailabilityLevel {
        percent = percent.stripTrailingZeros();
        if (percent.signum() <= 0 || percent.compareTo(HUNDRED) >= 0 || percent.scale() > 3) {
            throw new IllegalArgumentException(
                    percent.toPlainString() + " is not a level: between 0 and 100, at most three decimals");
        }
        percent = percent.setScale(Math.max(1, percent.scale()), RoundingMode.UNNECESSARY);
    }

    public static AvailabilityLevel of(String percent) {
        return new AvailabilityLevel(new BigDecimal(percent));
    }

    /** What of 168 hours the service may be unavailable: (1 - level) x 168 h, exact to the nanosecond. */
    public Duration tolerableUnavailabilityPerWeek() {
        return Duration.ofNanos(HUNDRED.subtract(percent).multiply(NANOS_PER_WEEK).divide(HUNDRED).longValueExact());
    }

    public boolean isAtLeast(AvailabilityLevel other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(AvailabilityLevel other) {
        return percent.compareTo(other.percent);
    }

    @Override
    public String toString() {
        return percent.toPlainString();
    }
}
