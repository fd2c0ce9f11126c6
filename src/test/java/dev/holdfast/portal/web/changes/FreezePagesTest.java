package dev.holdfast.portal.web.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.quantities.Period;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreezePagesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:40:00Z");

    /** Four weeks before for each month that it is ahead; what is over stays where it was. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-26T00:00:00Z, 2026-12-01T06:00:00Z, 2026-10-29T00:00:00Z, 2026-11-03T06:00:00Z",
        "2026-12-24T00:00:00Z, 2027-01-02T00:00:00Z, 2026-10-29T00:00:00Z, 2026-11-07T00:00:00Z",
        "2026-11-23T00:00:00Z, 2026-11-25T00:00:00Z, 2026-10-26T00:00:00Z, 2026-10-28T00:00:00Z",
        "2026-11-20T00:00:00Z, 2026-11-24T09:40:00Z, 2026-11-20T00:00:00Z, 2026-11-24T09:40:00Z",
        "2026-01-01T00:00:00Z, 2026-01-02T00:00:00Z, 2026-01-01T00:00:00Z, 2026-01-02T00:00:00Z"
    })
    void isPreviewedOnTheSameDaysOfTheWeekOfATimeThatIsOver(Instant from, Instant to, Instant before, Instant until) {
        assertThat(FreezePages.before(new Period(from, to), NOW)).isEqualTo(new Period(before, until));
    }
}
