package dev.holdfast.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetailerTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, monday,     2026-11-16",
        "2026-11-21, monday-140, 2026-06-29",
        "2026-11-21, peak,       2026-11-27",
        "2026-11-27, peak,       2026-12-04",
        "2026-11-25, peak,       2026-11-27",
        "2026-11-21, quarter,    2026-10-01",
        "2026-03-01, quarter,    2026-01-01",
        "2026-03-01, today-1,    2026-02-28",
    })
    void countsDaysFromToday(LocalDate today, String day, LocalDate expected) {
        assertThat(new RelativeDays(today).day(day)).isEqualTo(expected);
    }

    @Test
    void writesEveryDayOfItsDocuments() {
        var today = LocalDate.of(2026, 1, 1);

        for (int day = 0; day < 366; day++) {
            var text = new String(Retailer.documents(new RelativeDays(today.plusDays(day)), "http://127.0.0.1:8080/x"), UTF_8);
            assertThat(text).doesNotContainPattern("\\{(today|monday|quarter|peak|phones)[+\\-}]");
        }
    }

    @Test
    void hasAPastThatIsOverAndInOrder() {
        var days = new RelativeDays(LocalDate.of(2026, 3, 30));
        var now = days.today().atStartOfDay(LONDON).toInstant();

        var starts = Retailer.history().stream().map(past -> past.startedAt(days, LONDON)).toList();

        assertThat(starts).hasSizeGreaterThan(30).allSatisfy(start -> assertThat(start).isBefore(now.minus(Duration.ofHours(6))));
        assertThat(Retailer.history()).allSatisfy(past -> assertThat(past.acknowledgedAfter()).isLessThan(past.lasted()));
    }
}
