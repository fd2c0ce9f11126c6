package dev.holdfast.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Eleven hours of rest, callouts and nights. */
class RestTest {

    private static final PersonName ANN = new PersonName("ann");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @MethodSource("cases")
    void restIsAsTheVectorsSay(JsonNode vector) {
        var zone = ZoneId.of(vector.get("timezone").asString());
        var callouts = vector.get("callouts_local").valueStream()
                .map(each -> new Period(at(each.get(0), zone), at(each.get(1), zone)))
                .toList();

        var rest = Rest.before(ANN, callouts, at(vector.get("next_start_local"), zone));

        assertThat(rest.earliestStart()).isEqualTo(at(vector.get("expected_earliest_start_local"), zone));
        assertThat(BigDecimal.valueOf(rest.shortfall().toMinutes())).isEqualByComparingTo(vector.get("expected_shortfall_h").decimalValue().multiply(BigDecimal.valueOf(60)));
        assertThat(Rest.of(ANN, callouts, WorkingCalendar.usualIn(zone))).containsExactly(rest);
    }

    static Stream<JsonNode> cases() {
        return JsonMapper.shared().readTree(RestTest.class.getResourceAsStream("/vectors/rest.json")).valueStream();
    }

    @ParameterizedTest
    @CsvSource({
        // Friday to Saturday: Monday's start is far enough away
        "2026-11-20T23:30, 2026-11-21T04:00, 2026-11-23T09:00, 0",
        // the night in which the clocks go back has an hour more to rest in
        "2026-10-25T22:30, 2026-10-25T23:30, 2026-10-26T09:00, 90",
        "2026-11-16T17:45, 2026-11-16T18:00, 2026-11-17T09:00, 0",
        "2026-11-16T22:00, 2026-11-16T22:01, 2026-11-17T09:00, 1",
        // into the working day
        "2026-11-17T08:00, 2026-11-17T12:00, 2026-11-17T09:00, 840",
    })
    void elevenHoursAreLivedHours(LocalDateTime from, LocalDateTime to, LocalDateTime start, long shortfall) {
        var callout = new Period(from.atZone(LONDON).toInstant(), to.atZone(LONDON).toInstant());

        var rest = Rest.of(ANN, List.of(callout), WorkingCalendar.usualIn(LONDON)).getFirst();

        assertThat(rest.nextStart()).isEqualTo(start.atZone(LONDON).toInstant());
        assertThat(rest.shortfall()).isEqualTo(Duration.ofMinutes(shortfall));
    }

    @Test
    void aCalloutDuringWorkAsksForNoRest() {
        var callout = new Period(Instant.parse("2026-11-17T15:00:00Z"), Instant.parse("2026-11-17T16:00:00Z"));

        assertThat(Rest.of(ANN, List.of(callout), WorkingCalendar.usualIn(LONDON))).isEmpty();
    }

    @Test
    void whatIsLessThanHalfAnHourApartIsOneCalloutAndOneNight() {
        var now = Instant.parse("2026-11-20T10:00:00Z");
        var joined = CalledOut.joined(List.of(
                CalledOut.work(Instant.parse("2026-11-18T02:05:00Z"), Instant.parse("2026-11-18T03:30:00Z"), now),
                CalledOut.call(Instant.parse("2026-11-18T02:00:00Z")),
                CalledOut.call(Instant.parse("2026-11-18T03:50:00Z")),
                CalledOut.call(Instant.parse("2026-11-18T22:59:00Z")),
                CalledOut.work(Instant.parse("2026-11-19T12:00:00Z"), null, now)));

        assertThat(joined).containsExactly(
                new Period(Instant.parse("2026-11-18T02:00:00Z"), Instant.parse("2026-11-18T03:50:00Z")),
                CalledOut.call(Instant.parse("2026-11-18T22:59:00Z")),
                new Period(Instant.parse("2026-11-19T12:00:00Z"), Instant.parse("2026-11-19T20:00:00Z")));
        assertThat(Nights.met(joined, LONDON)).containsExactly(LocalDate.parse("2026-11-17"));
        assertThat(Nights.met(joined, ZoneId.of("Europe/Berlin"))).hasSize(2);
    }

    private static Instant at(JsonNode local, ZoneId zone) {
        return LocalDateTime.parse(local.asString()).atZone(zone).toInstant();
    }
}
