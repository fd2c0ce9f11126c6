package dev.holdfast.operatingmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.quantities.Money;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WeekWindow;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LossCurveTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Exposure BASE = Exposure.of("200000");

    @Test
    void followsPeaksButNeverTheirLeadIn() {
        var peak = peak("2026-11-27T00:00:00Z", "2026-11-27T03:00:00Z", "900000", "P1D");
        var curve = LossCurve.always(USD, new Assessment(BASE, "High", List.of(peak), List.of()), LONDON);

        var segments = curve.segments(period("2026-11-26T22:00:00Z", "2026-11-27T04:00:00Z"));

        assertThat(segments)
                .extracting(it -> it.period().from().toString(), it -> it.perHour().toString())
                .containsExactly(
                        tuple("2026-11-26T22:00:00Z", "200000.00 USD"),
                        tuple("2026-11-27T00:00:00Z", "900000.00 USD"),
                        tuple("2026-11-27T03:00:00Z", "200000.00 USD"));
        assertThat(curve.nextEdge(Instant.parse("2026-11-26T22:00:00Z"))).contains(Instant.parse("2026-11-27T00:00:00Z"));
        assertThat(curve.nextEdge(Instant.parse("2026-11-27T03:00:00Z"))).isEmpty();
    }

    @Test
    void scalesByTheProfileOnTheWallClockAcrossAClockChange() {
        var weekend = new ProfileShare(
                new WeekWindow(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, true),
                new BigDecimal("0.4"));
        var curve = LossCurve.always(USD, new Assessment(BASE, "High", List.of(), List.of(weekend)), LONDON);

        var segments = curve.segments(period("2026-10-23T12:00:00Z", "2026-10-26T12:00:00Z"));

        assertThat(segments)
                .extracting(it -> it.period().from().toString(), it -> it.perHour().toString())
                .containsExactly(
                        tuple("2026-10-23T12:00:00Z", "200000.00 USD"),
                        tuple("2026-10-23T23:00:00Z", "80000.00 USD"),
                        tuple("2026-10-26T00:00:00Z", "200000.00 USD"));
    }

    @Test
    void answersEveryInstantByTheVersionThatWasInForce() {
        var change = Instant.parse("2026-11-26T12:00:00Z");
        var curve = new LossCurve(
                USD,
                List.of(
                        new LossCurve.Piece(new Period(Instant.MIN, change), Assessment.of(BASE, "High"), LONDON),
                        new LossCurve.Piece(new Period(change, null), Assessment.NONE, LONDON)));

        var segments = curve.segments(period("2026-11-26T11:00:00Z", "2026-11-26T13:00:00Z"));

        assertThat(segments).extracting(it -> it.perHour().toString()).containsExactly("200000.00 USD", "0.00 USD");
        assertThat(curve.isAssessedAt(change.minusNanos(1))).isTrue();
        assertThat(curve.isAssessedAt(change)).isFalse();
    }

    @Test
    void segmentsTileThePeriodAtTheRateOfEachInstant() {
        var random = new Random(20261126);
        for (int round = 0; round < 100; round++) {
            var curve = LossCurve.always(USD, someAssessment(random), ZoneId.of("America/Santiago"));
            var from = Instant.parse("2026-04-03T00:00:00Z").plusSeconds(random.nextInt(400_000));
            var whole = new Period(from, from.plusSeconds(random.nextInt(900_000)));

            var segments = curve.segments(whole);

            var length = segments.stream().map(it -> it.period().length()).reduce(Duration.ZERO, Duration::plus);
            assertThat(length).isEqualTo(whole.length());
            for (int probe = 0; probe < 20 && !length.isZero(); probe++) {
                var instant = from.plusSeconds(random.nextLong(length.toSeconds()));
                var segment = segments.stream().filter(it -> it.period().contains(instant)).findFirst().orElseThrow();
                assertThat(segment.perHour()).usingComparator(Money::compareTo).isEqualTo(curve.rateAt(instant));
            }
        }
    }

    private static Assessment someAssessment(Random random) {
        var peaks = IntStream.range(0, random.nextInt(4)).mapToObj(index -> somePeak(random)).toList();
        var profile = IntStream.range(0, random.nextInt(3)).mapToObj(index -> someShare(random)).toList();
        return new Assessment(BASE, "High", peaks, profile);
    }

    private static Peak somePeak(Random random) {
        var from = Instant.parse("2026-04-03T00:00:00Z").plusSeconds(random.nextInt(800_000));
        var during = new Period(from, from.plusSeconds(1 + random.nextInt(200_000)));
        return new Peak("peak", during, Exposure.of(String.valueOf(random.nextInt(900_000))), Duration.ZERO);
    }

    private static ProfileShare someShare(Random random) {
        var day = DayOfWeek.of(1 + random.nextInt(7));
        var window = new WeekWindow(
                Set.of(day, day.plus(3)), LocalTime.of(random.nextInt(24), 30), LocalTime.of(random.nextInt(24), 0), false);
        return new ProfileShare(window, BigDecimal.valueOf(random.nextInt(10), 1));
    }

    private static Peak peak(String from, String to, String exposure, String leadIn) {
        return new Peak("peak", period(from, to), Exposure.of(exposure), Duration.parse(leadIn));
    }

    private static Period period(String from, String to) {
        return new Period(Instant.parse(from), Instant.parse(to));
    }
}
