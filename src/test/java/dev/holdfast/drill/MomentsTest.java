package dev.holdfast.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T11:00:00Z, 2026-11-18T17:30:00Z",
        "2026-11-18T17:30:00Z, 2026-11-18T17:30:00Z",
        "2026-11-18T23:00:00Z, 2026-11-18T23:00:00Z",
        "2026-07-15T11:00:00Z, 2026-07-15T16:30:00Z"
    })
    void tonightBeginsWhenNobodyWorksAnyMore(Instant now, Instant tonight) {
        assertThat(Moments.tonight(WorkingCalendar.usualIn(LONDON), now)).isEqualTo(tonight);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T11:00:00Z, 2026-11-22T03:00:00Z",
        "2026-11-22T02:59:59Z, 2026-11-22T03:00:00Z",
        "2026-11-22T03:00:00Z, 2026-11-29T03:00:00Z",
        "2026-07-15T11:00:00Z, 2026-07-19T02:00:00Z"
    })
    void sundayIsTheNextByTheClockOfTheOrganisation(Instant now, Instant sunday) {
        assertThat(Moments.sunday(LONDON, now)).isEqualTo(sunday);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T01:59:00Z, 2026-11-17T02:00:30Z, false",
        "2026-11-18T02:00:00Z, 2026-11-17T02:00:30Z, true",
        "2026-11-18T02:05:00Z, 2026-11-18T02:00:30Z, false",
        "2026-11-18T09:00:00Z, 2026-11-16T02:00:30Z, true",
        "2026-07-15T01:00:00Z, 2026-07-14T01:00:30Z, true"
    })
    void aNightsDrillIsDueOnceAfterTwo(Instant now, Instant last, boolean due) {
        assertThat(Moments.isDue(LONDON, now, last)).isEqualTo(due);
    }
}
