package dev.holdfast.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant BANDS_SET = Instant.parse("2026-08-31T23:30:00Z");

    @Test
    void fallsDueAQuarterAfterTheLastOneByTheLocalDay() {
        assertThat(Due.after(null, BANDS_SET, LONDON).on()).isEqualTo("2026-12-01");
        assertThat(Due.after(Instant.parse("2026-11-30T10:00:00Z"), BANDS_SET, LONDON).on()).isEqualTo("2027-02-28");
        assertThat(Due.after(null, null, LONDON).on()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, false, false, ",
        "2026-11-24, true,  false, 2026-12-01 ahead",
        "2026-11-30, true,  false, 2026-12-01 ahead",
        "2026-12-01, true,  false, 2026-12-01 week 0",
        "2026-12-07, true,  true,  2026-12-01 week 0",
        "2026-12-08, true,  true,  2026-12-01 week 1",
        "2026-12-15, true,  true,  2026-12-01 week 2",
    })
    void isRemindedOfAWeekAheadOnTheDayAndEveryWeekAfter(LocalDate today, boolean soon, boolean over, String reminder) {
        var due = new Due(LocalDate.of(2026, 12, 1));

        assertThat(due.isSoon(today)).isEqualTo(soon);
        assertThat(due.isOver(today)).isEqualTo(over);
        assertThat(due.reminder(today).orElse(null)).isEqualTo(reminder);
    }
}
