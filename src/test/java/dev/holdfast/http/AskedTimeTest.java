package dev.holdfast.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTimeTest {

    @Test
    void anOffsetWhosePlusWasNotEncodedIsRead() {
        assertThat(AskedTime.instant("at", "2026-10-01T02:00:00 02:00")).isEqualTo("2026-10-01T00:00:00Z");
    }

    @Test
    void aDayBeginsWhereItsReaderIs() {
        assertThat(AskedTime.dayOrInstant("from", "2026-07-01", ZoneId.of("Europe/London"))).isEqualTo("2026-06-30T23:00:00Z");
        assertThat(AskedTime.measured("from", "2026-07-01")).isEqualTo("2026-07-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "noon", "2026-10-01", "2026-13-01T00:00:00Z", "2026-10-01T00:00:00"})
    void whatIsNoInstantIsMalformed(String text) {
        assertThatThrownBy(() -> AskedTime.instant("at", text)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> AskedTime.instant("at", text, Instant.EPOCH)).isInstanceOf(Malformed.class);
    }

    @Test
    void aFieldLeftEmptyAsksForNoneWhereNoneIsMeant() {
        assertThat(AskedTime.instantOrNull("at", " ")).isNull();
        assertThat(AskedTime.instant("at", null, Instant.EPOCH)).isEqualTo(Instant.EPOCH);
        assertThatThrownBy(() -> AskedTime.instant("at", null)).isInstanceOf(Unprocessable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void noDatabaseHoldsTheseYears(String text) {
        assertThatThrownBy(() -> AskedTime.instant("at", text)).isInstanceOf(Unprocessable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31", "1969-12-31T23:59:59Z", "9001-01-01", "9001-01-01T00:00:00Z"})
    void nothingIsMeasuredInTheseYears(String text) {
        assertThatThrownBy(() -> AskedTime.measured("from", text)).isInstanceOf(Unprocessable.class).hasMessageContaining("1970 and 9000");
    }
}
