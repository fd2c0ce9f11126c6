package dev.holdfast.quantities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorkingCalendarTest {

    private static final Map<String, DayOfWeek> DAYS =
            Stream.of(DayOfWeek.values()).collect(Collectors.toMap(day -> day.name().substring(0, 3), day -> day));

    @ParameterizedTest
    @MethodSource("cases")
    void knowsWhenItWorks(JsonNode vector) {
        var calendar = calendar(vector.get("calendar"));
        var at = instant(vector, "at");

        assertThat(calendar.isWorking(at)).isEqualTo(vector.get("working").asBoolean());
        assertThat(calendar.nextWorkingStart(at)).isEqualTo(instant(vector, "nextWorkingStart"));
    }

    @ParameterizedTest
    @MethodSource("suppression")
    void holdsACalloutUntilWorkBegins(JsonNode vector) {
        var calendar = calendar(vector.get("calendar"));
        var at = instant(vector, "alertAt");

        var page = calendar.isWorking(at) ? at : calendar.nextWorkingStart(at);

        assertThat(page).isEqualTo(instant(vector, "pageAt"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T01:30, Europe/London, 2026-03-29T01:00:00Z, 2026-03-29T01:00:00Z",
        "2026-10-25T01:30, Europe/London, 2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z",
        "2020-10-04T02:15, Australia/Lord_Howe, 2020-10-03T15:30:00Z, 2020-10-03T15:30:00Z",
        "2011-12-30T09:00, Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-30T10:00:00Z",
        "2026-01-05T09:00, Asia/Kathmandu, 2026-01-05T03:15:00Z, 2026-01-05T03:15:00Z",
    })
    void readsTheWallClockSoThatCoverageNeverShrinks(LocalDateTime local, ZoneId zone, Instant start, Instant end) {
        assertThat(WallClock.startOf(local, zone)).isEqualTo(start);
        assertThat(WallClock.endOf(local, zone)).isEqualTo(end);
    }

    @Test
    void aWindowOverMidnightBelongsToTheDayOnWhichItStarts() {
        var nights = new WorkingCalendar(
                ZoneId.of("UTC"),
                List.of(WeekWindow.of(Set.of(DayOfWeek.FRIDAY), "22:00", "06:00")),
                Set.of(LocalDate.parse("2026-11-20")));

        assertThat(nights.isWorking(Instant.parse("2026-11-14T05:59:59Z"))).isTrue();
        assertThat(nights.isWorking(Instant.parse("2026-11-14T06:00:00Z"))).isFalse();
        assertThat(nights.isWorking(Instant.parse("2026-11-21T05:00:00Z"))).isFalse();
        assertThat(nights.nextWorkingStart(Instant.parse("2026-11-14T00:00:00Z"))).isEqualTo("2026-11-27T22:00:00Z");
    }

    @Test
    void theNextWorkingDayEndsWithItsLastWindow() {
        var usual = WorkingCalendar.usualIn(ZoneId.of("Europe/London"));

        assertThat(usual.endOfNextWorkingDay(Instant.parse("2026-11-20T03:00:00Z"))).isEqualTo("2026-11-23T17:30:00Z");
    }

    @Test
    void aCalendarThatNeverWorksIsNone() {
        assertThatThrownBy(() -> new WorkingCalendar(ZoneId.of("UTC"), List.of(), Set.of()))
                .hasMessageContaining("window");
    }

    /** Seeded: every edge is named, and between two edges nothing changes. */
    @ParameterizedTest
    @CsvSource({"Europe/London", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu", "America/Chicago", "America/St_Johns"})
    void betweenTwoEdgesNothingChanges(ZoneId zone) {
        var random = new Random(20261121);
        for (var round = 0; round < 20; round++) {
            var calendar = any(zone, random);
            var at = Instant.parse(round % 2 == 0 ? "2011-12-20T00:00:00Z" : "2026-10-01T00:00:00Z")
                    .plus(Duration.ofMinutes(random.nextInt(60 * 24 * 30)));
            var until = at.plus(Duration.ofDays(14));
            while (at.isBefore(until)) {
                var edge = calendar.nextEdge(at);
                assertThat(edge).isAfter(at);
                assertThat(calendar.isWorking(edge.minusSeconds(1))).isEqualTo(calendar.isWorking(at));
                assertThat(calendar.nextWorkingStart(at)).isAfterOrEqualTo(at);
                at = edge;
            }
        }
    }

    private static WorkingCalendar any(ZoneId zone, Random random) {
        var days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7)));
        var from = "%02d:%02d".formatted(random.nextInt(24), 15 * random.nextInt(4));
        var to = random.nextInt(5) == 0 ? "24:00" : "%02d:%02d".formatted(random.nextInt(24), 15 * random.nextInt(4));
        return new WorkingCalendar(zone, List.of(WeekWindow.of(days, from, to)), Set.of(LocalDate.parse("2026-10-08")));
    }

    static Stream<JsonNode> cases() {
        return vectors("cases");
    }

    static Stream<JsonNode> suppression() {
        return vectors("suppression");
    }

    private static Stream<JsonNode> vectors(String group) {
        var file = WorkingCalendarTest.class.getResourceAsStream("/vectors/working-hours.json");
        return StreamSupport.stream(JsonMapper.shared().readTree(file).get(group).spliterator(), false);
    }

    private static WorkingCalendar calendar(JsonNode json) {
        var days = json.get("days").valueStream().map(day -> DAYS.get(day.asString())).collect(Collectors.toSet());
        var holidays = json.get("holidays").valueStream().map(day -> LocalDate.parse(day.asString()));
        return new WorkingCalendar(
                ZoneId.of(json.get("timeZone").asString()),
                List.of(WeekWindow.of(days, json.get("from").asString(), json.get("to").asString())),
                holidays.collect(Collectors.toSet()));
    }

    private static Instant instant(JsonNode vector, String field) {
        return Instant.parse(vector.get(field).asString());
    }
}
