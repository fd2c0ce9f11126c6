package dev.holdfast.paging.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.paging.LossPoint;
import dev.holdfast.quantities.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WokenCurveTest {

    private static final Instant START = Instant.parse("2026-11-24T03:12:00Z");
    private static final Money RATE = usd("200000");

    @Test
    void goesOnToAnHourFromTheStartAtThePresentRate() {
        var curve = WokenCurve.of(List.of(point(0, "0"), point(15, "50000")), RATE).orElseThrow();

        assertThat(curve.end()).isEqualTo(START.plus(Duration.ofHours(1)));
        assertThat(curve.lost().rounded()).isEqualTo(usd("200000").rounded());
        assertThat(curve.nowX()).isEqualTo("25.00%");
        assertThat(curve.line()).startsWith("M0.00 100.00L25.00 ");
        assertThat(curve.ahead()).startsWith("M25.00 ").contains("L100.00 4.76");
    }

    @Test
    void goesAQuarterFurtherWhereMostOfAnHourIsOver() {
        var curve = WokenCurve.of(List.of(point(0, "0"), point(120, "400000")), RATE).orElseThrow();

        assertThat(curve.end()).isEqualTo(START.plus(Duration.ofMinutes(150)));
        assertThat(curve.nowX()).isEqualTo("80.00%");
    }

    @Test
    void keepsEveryPointAtWhichTheRateChanged() {
        var curve = WokenCurve.of(List.of(point(0, "0"), point(6, "1000"), point(15, "31000")), RATE).orElseThrow();

        assertThat(curve.line()).matches("M[^L]+L10\\.00 [^L]+L25\\.00 [^L]+");
    }

    @Test
    void isNotThereWhereNothingIsKnownToBeLost() {
        assertThat(WokenCurve.of(List.of(), RATE)).isEmpty();
        assertThat(WokenCurve.of(List.of(point(0, "0"), point(0, "0")), RATE)).isEmpty();
        assertThat(WokenCurve.of(List.of(point(0, "0"), point(15, "0")), null)).isEmpty();
        assertThat(WokenCurve.of(List.of(point(0, "0"), point(15, "0")), usd("0"))).isEmpty();
    }

    private static LossPoint point(int minutes, String lost) {
        return new LossPoint(START.plus(Duration.ofMinutes(minutes)), usd(lost));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
