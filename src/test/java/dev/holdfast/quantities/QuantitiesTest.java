package dev.holdfast.quantities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({"95.0, PT8H24M", "99.0, PT1H40M48S", "99.9, PT10M4.8S", "99.99, PT1M0.48S", "99.5, PT50M24S"})
    void aLevelToleratesItsShareOfAWeek(String level, Duration tolerable) {
        assertThat(AvailabilityLevel.of(level).tolerableUnavailabilityPerWeek()).isEqualTo(tolerable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "-1", "99.9999", "100.0"})
    void whatIsNoLevelIsRefused(String percent) {
        assertThatThrownBy(() -> AvailabilityLevel.of(percent)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void levelsAreTheSameHoweverTheyAreWritten() {
        assertThat(AvailabilityLevel.of("99")).isEqualTo(AvailabilityLevel.of("99.00")).hasToString("99.0");
    }

    @Test
    void moneyAnHourIsExactOverATime() {
        var bedroom = Money.of("200000", "USD");

        assertThat(bedroom.anHourOver(Duration.ofMinutes(30)).rounded()).isEqualTo(Money.of("100000.00", "USD"));
        assertThat(bedroom.anHourOver(Duration.ofSeconds(12_000)).rounded()).isEqualTo(Money.of("666666.67", "USD"));
    }

    @Test
    void currenciesAreNotMixed() {
        assertThatThrownBy(() -> Money.of("1", "USD").plus(Money.of("1", "GBP")))
                .hasMessageContaining("GBP");
    }

    @Test
    void aPeriodHoldsItsStartAndNotItsEnd() {
        var noon = Instant.parse("2026-11-24T12:00:00Z");
        var hour = new Period(noon, noon.plusSeconds(3600));

        assertThat(hour.contains(noon)).isTrue();
        assertThat(hour.contains(noon.plusSeconds(3600))).isFalse();
        assertThat(hour.cutTo(new Period(noon.plusSeconds(1800), null)))
                .contains(new Period(noon.plusSeconds(1800), noon.plusSeconds(3600)));
    }

    @Test
    void idsOfOneInstantKeepTheirOrder() {
        var now = Instant.parse("2026-11-24T03:12:02.123456Z");
        var ids = Stream.generate(() -> TimeOrdered.id(now)).limit(1_000).map(UUID::toString).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(TimeOrdered.id(now.plusMillis(1)).toString()).isGreaterThan(ids.getLast());
        assertThat(TimeOrdered.id(now).version()).isEqualTo(7);
    }
}
