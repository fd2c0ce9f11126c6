package dev.holdfast.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.calendars.IcsContent;
import dev.holdfast.calendars.IcsEvent;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeaveNewsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final PersonName ANN = new PersonName("ann");

    @Test
    void wholeDaysAreThoseOfThePerson() {
        var christmas = new IcsEvent("1 x", "", new IcsEvent.When.Days(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-26")));

        assertThat(LeaveNews.periods(new IcsContent(List.of(christmas), 0), ZoneId.of("Pacific/Kiritimati"), NOW).get("1 x"))
                .isEqualTo(new Period(Instant.parse("2026-12-24T10:00:00Z"), Instant.parse("2026-12-25T10:00:00Z")));
    }

    @Test
    void whatIsOverOrTakesNoTimeOrForEverIsNoLeave() {
        var events = List.of(span("1 x", -9, -1), span("2 x", 5, 5), span("3 x", 1, 2000), span("4 x", -1, 1));

        assertThat(LeaveNews.periods(new IcsContent(events, 0), ZoneId.of("UTC"), NOW)).containsOnlyKeys("4 x");
    }

    @Test
    void afterAReadingThereIsWhatItSaidAndReadingItAgainChangesNothing() {
        for (var seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var standing = new ArrayList<LeaveNews.Known>();
            for (var reading = 0; reading < 5; reading++) {
                var said = said(random);
                turn(standing, LeaveNews.of(said, standing, Leave.Origin.ADDRESS));

                assertThat(events(standing)).as("seed %d", seed).isEqualTo(said);
                var again = LeaveNews.of(said, standing, Leave.Origin.ADDRESS);
                assertThat(again.added()).isEmpty();
                assertThat(again.gone()).isEmpty();
                assertThat(again.unchanged()).isEqualTo(said.size());
            }
        }
    }

    @Test
    void aFileSpeaksOfItsOwnEventsAloneAndAMovedOneMoves() {
        var standing = List.of(known("a 1", 1, false), known("b 1", 5, false));

        var news = LeaveNews.of(Map.of("a 2", period(3)), standing, Leave.Origin.FILE);

        assertThat(news.added()).containsOnlyKeys("a 2");
        assertThat(news.gone()).extracting(Leave::event).containsExactly("a 1");
    }

    @Test
    void whatAPersonWithdrewDoesNotComeBackUnlessItMoves() {
        var withdrawn = List.of(known("a 1", 1, true));

        assertThat(LeaveNews.of(Map.of("a 1", period(1)), withdrawn, Leave.Origin.ADDRESS).added()).isEmpty();
        assertThat(LeaveNews.of(Map.of("a 1", period(2)), withdrawn, Leave.Origin.ADDRESS).added()).containsOnlyKeys("a 1");
        assertThat(LeaveNews.of(Map.of(), withdrawn, Leave.Origin.ADDRESS).gone()).isEmpty();
    }

    private static Map<String, Period> said(Random random) {
        var said = new HashMap<String, Period>();
        for (var event = 0; event < random.nextInt(8); event++) said.put(random.nextInt(6) + " x", period(random.nextInt(4)));
        return said;
    }

    private static void turn(List<LeaveNews.Known> standing, LeaveNews news) {
        standing.removeIf(known -> news.gone().contains(known.leave()));
        news.added().forEach((event, period) -> standing.add(new LeaveNews.Known(leave(event, period), false)));
    }

    private static Map<String, Period> events(List<LeaveNews.Known> standing) {
        var events = new HashMap<String, Period>();
        standing.forEach(known -> events.put(String.valueOf(known.leave().event()), known.leave().period()));
        return events;
    }

    private static LeaveNews.Known known(String event, int day, boolean withdrawn) {
        return new LeaveNews.Known(leave(event, period(day)), withdrawn);
    }

    private static Leave leave(String event, Period period) {
        var to = period.to();
        if (to == null) throw new IllegalStateException();
        return new Leave(event + period, ANN, period.from(), to, null, Leave.Origin.ADDRESS, event, NOW, "holdfast");
    }

    private static Period period(int day) {
        return new Period(NOW.plus(Duration.ofDays(day)), NOW.plus(Duration.ofDays(day + 1L)));
    }

    private static IcsEvent span(String id, int from, int to) {
        return new IcsEvent(id, "", new IcsEvent.When.Span(NOW.plus(Duration.ofDays(from)), NOW.plus(Duration.ofDays(to))));
    }
}
