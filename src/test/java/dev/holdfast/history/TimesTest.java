package dev.holdfast.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "2026-03-01T09:00:00Z,                -,             -,                   2026-03-01T09:00:00Z",
        "2026-03-01t09:00:00.1234567z,        -,             -,                   2026-03-01T09:00:00.123456Z",
        "2026-03-01 09:00 UTC,                -,             -,                   2026-03-01T09:00:00Z",
        "2026-03-01 09:00:00 +0100,           -,             -,                   2026-03-01T08:00:00Z",
        "2026-03-01 09:00:00+01,              -,             -,                   2026-03-01T08:00:00Z",
        "2026-03-01T09:00-05:30,              -,             -,                   2026-03-01T14:30:00Z",
        "1772355600,                          -,             -,                   2026-03-01T09:00:00Z",
        "1772355600123,                       -,             -,                   2026-03-01T09:00:00.123Z",
        "2026-07-01 09:00,                    Europe/London, -,                   2026-07-01T08:00:00Z",
        "2026-07-01 09:00,                    -,             -,                   NO_TIME_ZONE",
        "2026-03-29 01:30,                    Europe/London, -,                   MALFORMED",
        "2026-10-25 01:30,                    Europe/London, -,                   MALFORMED",
        "2026-10-25 01:30+01:00,              Europe/London, -,                   2026-10-25T00:30:00Z",
        "01/07/2026 09:00,                    Europe/London, dd/MM/yyyy HH:mm,    2026-07-01T08:00:00Z",
        "1/Jul/26 9:00 PM,                    UTC,           d/MMM/yy h:mm a,     2026-07-01T21:00:00Z",
        "2026-07-01,                          UTC,           -,                   MALFORMED",
        "2026-02-30 09:00,                    UTC,           -,                   MALFORMED",
        "01/07/2026 09:00,                    UTC,           -,                   MALFORMED",
        "+12026-01-01T00:00:00Z,              -,             -,                   MALFORMED",
        "17723556000,                         -,             -,                   MALFORMED",
    })
    void readsWhatIsOneInstantAndNothingElse(String text, @Nullable String zone, @Nullable String format, String expected) {
        var read = Times.of(zone == null ? null : ZoneId.of(zone), format).read(text);

        assertThat(read instanceof Times.Read.At(var at) ? at.toString() : ((Times.Read.Not) read).code()).isEqualTo(expected);
    }
}
