package dev.holdfast.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.quantities.WeekWindow;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldingTest {

    private static final Set<LocalDate> ENGLAND_2024 = Stream.of(
                    "2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26", "2024-12-25",
                    "2024-12-26")
            .map(LocalDate::parse)
            .collect(Collectors.toSet());
    private static final WorkingCalendar LONDON = new WorkingCalendar(
            ZoneId.of("Europe/London"),
            List.of(WeekWindow.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "09:00", "17:00")),
            ENGLAND_2024);
    private static final Instant SATURDAY = Instant.parse("2024-02-10T12:00:00Z");
    private static final Instant MONDAY = Instant.parse("2024-02-12T09:00:00Z");

    /** All suppression cases of on-call-more.json. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "in-hours-pages-at-once,            2024-02-06T10:00:00Z, 2024-02-06T10:00:00Z",
        "closing-instant-is-out-of-hours,   2024-02-06T17:00:00Z, 2024-02-07T09:00:00Z",
        "before-opening-same-day,           2024-02-06T03:12:00Z, 2024-02-06T09:00:00Z",
        "bank-holiday-monday,               2024-05-03T18:00:00Z, 2024-05-07T08:00:00Z",
        "autumn-clock-change-weekend,       2024-10-27T00:30:00Z, 2024-10-28T09:00:00Z",
        "new-year-england,                  2024-01-01T20:00:00Z, 2024-01-02T09:00:00Z",
        "holiday-during-hours-is-held,      2024-08-26T11:00:00Z, 2024-08-27T08:00:00Z"
    })
    void holdsWhatCanWaitUntilPeopleWork(String name, Instant alertAt, Instant pageAt) {
        var until = Holding.until(Urgency.WORKING_HOURS, null, LONDON, alertAt);

        assertThat(until == null ? alertAt : until).isEqualTo(pageAt);
    }

    @Test
    void holdsWhatIsUrgentOnlyWhereNobodyIsToBeWoken() {
        assertThat(Holding.until(Urgency.ALWAYS, null, LONDON, SATURDAY)).isNull();
        assertThat(Holding.until(Urgency.ALWAYS, MONDAY, LONDON, SATURDAY)).isEqualTo(MONDAY);
    }

    @Test
    void aPeakReleasesWhatIsUrgentAndNotWhatCanWait() {
        var peak = Instant.parse("2024-02-11T00:00:00Z");

        assertThat(Holding.until(Urgency.ALWAYS, peak, LONDON, SATURDAY)).isEqualTo(peak);
        assertThat(Holding.until(Urgency.WORKING_HOURS, peak, LONDON, SATURDAY)).isEqualTo(MONDAY);
    }
}
