package dev.holdfast.throughput;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** How values are written: decimals without needless zeros, durations in whole seconds. */
final class Amounts {

    private static final BigDecimal WEEK = BigDecimal.valueOf(Duration.ofDays(7).toMillis());

    private Amounts() {}

    static String share(long part, long whole) {
        return plain(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP));
    }

    static String aWeek(long count, Duration length) {
        return plain(BigDecimal.valueOf(count).multiply(WEEK).divide(BigDecimal.valueOf(length.toMillis()), 2, RoundingMode.HALF_UP));
    }

    static String duration(Duration duration) {
        return duration.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String days(Duration duration) {
        return plain(BigDecimal.valueOf(duration.toSeconds()).divide(BigDecimal.valueOf(86_400), 2, RoundingMode.HALF_UP));
    }

    static String percent(long part, long whole) {
        return plain(BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
