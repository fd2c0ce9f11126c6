package dev.holdfast.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            41388.50   | USD | $41,389
            41388.49   | USD | $41,388
            0          | GBP | £0
            -12.5      | USD | −$13
            1234567.89 | EUR | €1,234,568
            """)
    void moneyIsRoundedHalfUpAndGrouped(String amount, String currency, String shown) {
        assertThat(Figures.money(Money.of(amount, currency))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"PT1H40M48S, 1:40:48", "PT12M25S, 12:25", "PT5S, 0:05", "PT0S, 0:00", "PT49H, 49:00:00"})
    void durationsAreAClock(Duration time, String shown) {
        assertThat(Figures.clock(time)).isEqualTo(shown);
    }

    @Test
    void aShareHasNoDigitsThatSayNothing() {
        assertThat(Figures.percent(new BigDecimal("1"))).isEqualTo("100\u202f%");
        assertThat(Figures.percent(new BigDecimal("0.025"))).isEqualTo("2.5\u202f%");
    }

    @Test
    void tightMoneyFitsAChart() {
        assertThat(Figures.tight(Money.of("640000", "USD"))).isEqualTo("$640K");
        assertThat(Figures.tight(Money.of("1250000", "USD"))).isEqualTo("$1.3M");
        assertThat(Figures.tight(Money.of("999", "USD"))).isEqualTo("$999");
    }

    @Test
    void timesStandInTheReadersZone() {
        var time = new ReaderTime(ZoneId.of("Europe/London"), Instant.parse("2026-11-24T03:24:27Z"));

        assertThat(time.bar()).isEqualTo("Tue 24 Nov 03:24:27 GMT");
        assertThat(time.moment(Instant.parse("2026-11-24T03:12:02Z"))).isEqualTo("03:12");
        assertThat(time.moment(Instant.parse("2026-09-01T03:12:02Z"))).isEqualTo("Tue 1 Sep 04:12");
    }
}
