package dev.holdfast.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.quantities.AvailabilityLevel;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WeekWindow;
import dev.holdfast.quantities.WorkingCalendar;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToleranceTest {

    private static final Instant NOW = Instant.parse("2026-11-26T22:00:00Z");
    private static final Duration TOLERABLE = AvailabilityLevel.of("99.0").tolerableUnavailabilityPerWeek();
    private static final WorkingCalendar LONDON = new WorkingCalendar(
            ZoneId.of("Europe/London"),
            List.of(new WeekWindow(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 30), false)),
            Set.of(LocalDate.of(2026, 12, 25)));

    @Test
    void takesImpactWeightedTimeOfTheLastWeekOff() {
        var outages = List.of(
                outage(-600, -540, "1"), outage(-300, -240, "0.5"), outage(-10_080 - 60, -10_080 + 10, "1"));

        assertThat(Tolerance.left(TOLERABLE, outages, NOW)).isEqualTo(TOLERABLE.minusMinutes(60 + 30 + 10));
    }

    @Test
    void countsOverlappingOutagesOnceAndNeverFallsBelowZero() {
        var overlapping = List.of(outage(-60, 0, "1"), outage(-60, -30, "0.5"));
        var endless = List.of(outage(-6000, 0, "1"));

        assertThat(Tolerance.left(TOLERABLE, overlapping, NOW)).isEqualTo(TOLERABLE.minusMinutes(60));
        assertThat(Tolerance.left(TOLERABLE, endless, NOW)).isZero();
    }

    @Test
    void runsOutWhenAnOpenOutageHasUsedIt() {
        var open = new Outage(new Period(NOW, null), new BigDecimal("0.5"));

        assertThat(Tolerance.exhaustedAt(TOLERABLE, List.of(open), NOW)).contains(NOW.plus(TOLERABLE.multipliedBy(2)));
        assertThat(Tolerance.exhaustedAt(TOLERABLE, List.of(outage(-60, 0, "1")), NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T22:00:00Z, 2026-11-27T17:30:00Z",
        "2026-11-27T10:00:00Z, 2026-11-30T17:30:00Z",
        "2026-12-24T10:00:00Z, 2026-12-28T17:30:00Z",
        "2026-06-05T10:00:00Z, 2026-06-08T16:30:00Z",
    })
    void restoresByTheEndOfTheNextWorkingDay(Instant since, Instant by) {
        assertThat(RestoreBy.of(RestoreMethod.RESTORE_BY_NEXT_WORKING_DAY, LONDON, since)).contains(by);
    }

    @Test
    void restoresAtOnceOrWhenPossible() {
        assertThat(RestoreBy.of(RestoreMethod.RESTORE_IMMEDIATELY, LONDON, NOW)).contains(NOW);
        assertThat(RestoreBy.of(RestoreMethod.RESTORE_WHEN_POSSIBLE, LONDON, NOW)).isEmpty();
    }

    private static Outage outage(int fromMinutes, int toMinutes, String share) {
        return new Outage(
                new Period(NOW.plusSeconds(fromMinutes * 60L), NOW.plusSeconds(toMinutes * 60L)), new BigDecimal(share));
    }
}
