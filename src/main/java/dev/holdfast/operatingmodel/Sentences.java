package dev.holdfast.operatingmodel;

import java.math.BigDecimal;
import java.time.Duration;

/** How numbers stand in sentences, and so among their facts. */
final class Sentences {

    private static final int SECONDS = 60;

    private Sentences() {}

    /** A duration as in tables, to the nearest second: {@code 1:40:48}. */
    static String tabular(Duration duration) {
        var rounded = duration.plusMillis(500);
        return "%d:%02d:%02d"
                .formatted(rounded.toHours(), rounded.toMinutesPart(), rounded.toSecondsPart() % SECONDS);
    }

    /** A decimal without an exponent or trailing zeros. */
    static String plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
