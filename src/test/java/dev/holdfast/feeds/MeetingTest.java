package dev.holdfast.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "2026-03-16T10:00, 14, -,          2026-03-10T00:00:00Z, 2026-04-20T00:00:00Z, 2026-03-16T10:00:00Z 2026-03-30T09:00:00Z 2026-04-13T09:00:00Z",
        "2020-01-06T10:00,  7, -,          2026-10-19T00:00:00Z, 2026-11-03T00:00:00Z, 2026-10-19T09:00:00Z 2026-10-26T10:00:00Z 2026-11-02T10:00:00Z",
        "2026-03-16T10:00,  7, 2026-03-30, 2026-03-20T00:00:00Z, 2026-05-01T00:00:00Z, 2026-03-23T10:00:00Z 2026-03-30T09:00:00Z",
        "2026-03-28T01:30,  1, 2026-03-30, 2026-03-28T00:00:00Z, 2026-05-01T00:00:00Z, 2026-03-28T01:30:00Z 2026-03-29T01:00:00Z 2026-03-30T00:30:00Z",
        "2026-03-16T10:00,  -, -,          2026-03-10T00:00:00Z, 2027-03-10T00:00:00Z, 2026-03-16T10:00:00Z",
        "2026-03-16T10:00,  7, -,          2026-03-16T10:59:59Z, 2026-03-17T00:00:00Z, 2026-03-16T10:00:00Z",
        "2026-03-16T10:00,  7, -,          2026-03-16T11:00:00Z, 2026-03-17T00:00:00Z, ''",
    })
    void isHeldByTheWallClock(LocalDateTime start, @Nullable Integer every, @Nullable LocalDate until, Instant from, Instant to, String expected) {
        var meeting = new Meeting("planning", Meeting.Kind.PLANNING, null, start, every, Duration.ofHours(1), ZoneId.of("Europe/London"), until, null);

        assertThat(String.join(" ", meeting.between(from, to, ZoneOffset.UTC).stream().map(held -> held.from().toString()).toList())).isEqualTo(expected);
    }
}
