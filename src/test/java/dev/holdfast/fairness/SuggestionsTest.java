package dev.holdfast.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.oncall.Served;
import dev.holdfast.oncall.Shift;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Suggested swaps even out, and nobody takes a turn in which they are away or on call. */
class SuggestionsTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final List<PersonName> PEOPLE = Stream.of("ann", "bob", "cas", "dee").map(PersonName::new).toList();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everySuggestionIsPossibleAndEvensOut(long seed) {
        var random = new Random(seed);
        var situation = situation(random);
        var owner = new HashMap<Instant, PersonName>();
        situation.slots().forEach(slot -> owner.put(slot.from(), slot.person()));
        var before = unevenness(situation, owner);

        for (var suggestion : Suggestions.of(situation)) {
            var from = suggestion.give().from();
            assertThat(from).isNotNull();
            assertThat(owner.get(from)).isEqualTo(suggestion.give().person());
            assertFree(situation, suggestion.take().person(), from);
            owner.put(from, suggestion.take().person());
            if (suggestion.take().from() != null) {
                assertThat(owner.get(suggestion.take().from())).isEqualTo(suggestion.take().person());
                assertFree(situation, suggestion.give().person(), suggestion.take().from());
                owner.put(suggestion.take().from(), suggestion.give().person());
            }
            var after = unevenness(situation, owner);
            assertThat(after).isLessThan(before);
            assertThat(suggestion.spreadAfter()).isEqualTo(Spread.of(totals(situation, owner).values()));
            before = after;
        }
    }

    @Test
    void whoHadTwiceAsMuchGivesTheirNextTurnToWhoHadLeast() {
        var had = Map.of(PEOPLE.get(0), Duration.ofHours(500), PEOPLE.get(1), Duration.ofHours(250), PEOPLE.get(2), Duration.ofHours(100));
        var slots = List.of(slot(0, PEOPLE.get(0), 125), slot(1, PEOPLE.get(1), 125), slot(2, PEOPLE.get(2), 125));
        var situation = new Suggestions.Situation(had, slots, Map.of(), Map.of("nights", Set.copyOf(PEOPLE)));

        assertThat(Suggestions.of(situation).getFirst()).isEqualTo(new Suggestion(
                "nights", new Suggestion.Part(PEOPLE.get(0), MONDAY, MONDAY.plus(WEEK)), new Suggestion.Part(PEOPLE.get(2), null, null), new BigDecimal("1.3")));
    }

    @Test
    void whatIsEvenIsLeftAlone() {
        var had = PEOPLE.stream().collect(Collectors.toMap(person -> person, person -> Duration.ofHours(100)));
        var slots = Stream.of(0, 1, 2, 3).map(week -> slot(week, PEOPLE.get(week), 120)).toList();

        assertThat(Suggestions.of(new Suggestions.Situation(had, slots, Map.of(), Map.of("nights", Set.copyOf(PEOPLE))))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"1;1;1, 1.0", "4;2;1, 2.0", "4;2, 1.3", "9;0;0, -", "0;0;0, -", "5;3;1;1, 2.5"})
    void theSpreadIsTheGreatestOverTheMedian(String values, @Nullable BigDecimal spread) {
        assertThat(Spread.of(Stream.of(values.split(";")).map(Long::valueOf).toList())).isEqualTo(spread);
    }

    /** Shifts that overlap count once, and a burden is what a walk by quarters of an hour finds. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aBurdenIsWhatEveryQuarterOfAnHourSays(long seed) {
        var random = new Random(seed);
        var calendar = WorkingCalendar.usualIn(LONDON);
        var served = new ArrayList<Served>();
        for (var schedule = 0; schedule < 2; schedule++) {
            var shifts = new ArrayList<Shift>();
            var from = Instant.parse("2026-10-19T00:00:00Z");
            for (var i = 0; i < 6; i++) {
                from = from.plus(Duration.ofMinutes(15L * random.nextInt(200)));
                var to = from.plus(Duration.ofMinutes(15L * (1 + random.nextInt(200))));
                shifts.add(new Shift(from, to, PEOPLE.get(random.nextInt(2)), 0, (long) i));
                from = to;
            }
            served.add(new Served("s" + schedule, null, null, calendar, Set.of(), shifts));
        }

        var burden = Tally.of(PEOPLE.getFirst(), LONDON, served, List.of());

        var onCall = 0;
        var outOfHours = 0;
        for (var at = Instant.parse("2026-10-19T00:00:00Z"); at.isBefore(Instant.parse("2026-12-20T00:00:00Z")); at = at.plus(Duration.ofMinutes(15))) {
            var instant = at;
            if (served.stream().flatMap(each -> each.shifts().stream()).noneMatch(shift -> shift.person().equals(PEOPLE.getFirst()) && shift.contains(instant))) continue;
            onCall++;
            if (!calendar.isWorking(at)) outOfHours++;
        }
        assertThat(burden.onCall()).isEqualTo(Duration.ofMinutes(15L * onCall));
        assertThat(burden.outOfHours()).isEqualTo(Duration.ofMinutes(15L * outOfHours));
    }

    private static void assertFree(Suggestions.Situation situation, PersonName person, Instant from) {
        assertThat(situation.taken().getOrDefault(person, List.of())).noneMatch(busy -> busy.overlaps(new Period(from, from.plus(WEEK))));
    }

    private static Suggestions.Situation situation(Random random) {
        var had = new HashMap<PersonName, Duration>();
        PEOPLE.forEach(person -> had.put(person, Duration.ofHours(random.nextInt(600))));
        var slots = new ArrayList<Slot>();
        for (var week = 0; week < 10; week++) slots.add(slot(week, PEOPLE.get(random.nextInt(4)), 60 + random.nextInt(100)));
        var taken = new HashMap<PersonName, List<Period>>();
        PEOPLE.forEach(person -> {
            var from = MONDAY.plus(Duration.ofHours(random.nextInt(1_500)));
            taken.put(person, List.of(new Period(from, from.plus(Duration.ofHours(random.nextInt(400))))));
        });
        return new Suggestions.Situation(had, slots, taken, Map.of("nights", Set.copyOf(PEOPLE.subList(0, 2 + random.nextInt(3)))));
    }

    private static Slot slot(int week, PersonName person, int hours) {
        var from = MONDAY.plus(WEEK.multipliedBy(week));
        return new Slot("nights", person, List.of(new Period(from, from.plus(WEEK))), Duration.ofHours(hours));
    }

    private static Map<PersonName, Long> totals(Suggestions.Situation situation, Map<Instant, PersonName> owner) {
        var totals = new HashMap<PersonName, Long>();
        situation.had().forEach((person, had) -> totals.put(person, had.toMinutes()));
        situation.slots().forEach(slot -> totals.merge(owner.get(slot.from()), slot.outOfHours().toMinutes(), Long::sum));
        return totals;
    }

    private static double unevenness(Suggestions.Situation situation, Map<Instant, PersonName> owner) {
        return totals(situation, owner).values().stream().mapToDouble(total -> (double) total * total).sum();
    }
}
