package dev.holdfast.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.WeekWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RosterTest {

    @ParameterizedTest
    @MethodSource("dev.holdfast.oncall.RosterVectors#cases")
    void knowsWhoIsOnCall(JsonNode vector) {
        var roster = RosterVectors.roster(vector.get("schedule"));

        for (var expected : vector.get("expect")) {
            var person = expected.get("person").isNull() ? null : expected.get("person").asString();
            assertAnswers(roster, Instant.parse(expected.get("at").asString()), person);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.holdfast.oncall.RosterVectors#moreCases")
    void knowsWhoIsOnCallInTheHarderCases(JsonNode vector) {
        var roster = RosterVectors.moreRoster(vector);

        for (var expected : vector.get("query_instants")) {
            var people = expected.get("expected");
            var person = people.isEmpty() ? null : people.get(0).asString();
            assertAnswers(roster, Instant.parse(expected.get("at").asString()), person);
        }
    }

    @Test
    void neighboursOfTheSamePersonAreOneOnlyWithinATurn() {
        var alone = new Roster(List.of(weekly("Europe/London", "ann")), List.of());

        var shifts = alone.shifts(Instant.parse("2026-11-04T00:00:00Z"), Instant.parse("2026-11-18T00:00:00Z"));

        assertThat(shifts)
                .extracting(Shift::turn)
                .containsExactly(0L, 1L, 2L);
        assertThat(shifts.getFirst().from()).isEqualTo("2026-11-04T00:00:00Z");
        assertThat(shifts.getLast().to()).isEqualTo("2026-11-18T00:00:00Z");
    }

    @Test
    void ofOverlappingOverridesTheLastOneWins() {
        var roster = new Roster(
                List.of(weekly("Europe/London", "ann", "bob")),
                List.of(
                        override("2026-11-10T09:00:00Z", "2026-11-10T18:00:00Z", "cas"),
                        override("2026-11-10T12:00:00Z", "2026-11-10T13:00:00Z", "dee"),
                        override("2026-11-10T18:00:00Z", "2026-11-10T20:00:00Z", "cas")));

        assertThat(roster.at(Instant.parse("2026-11-10T12:30:00Z")))
                .isEqualTo(new OnCall(new PersonName("dee"), at("2026-11-10T12:00:00Z"), at("2026-11-10T13:00:00Z"), null, null));
        assertThat(roster.at(Instant.parse("2026-11-10T17:00:00Z")))
                .isEqualTo(new OnCall(new PersonName("cas"), at("2026-11-10T13:00:00Z"), at("2026-11-10T20:00:00Z"), null, null));
    }

    @Test
    void aGapIsBoundedByTheShiftsAroundIt() {
        var office = WeekWindow.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "09:00", "17:00");
        var rotation = new Rotation(
                ZoneId.of("Europe/London"),
                new HandOffs(LocalDateTime.parse("2026-11-02T09:00"), 7, Turns.CALENDAR),
                names("ann", "bob"),
                List.of(office),
                Bounds.NONE);
        var roster = new Roster(List.of(rotation), List.of());

        assertThat(roster.at(at("2026-11-07T12:00:00Z")))
                .isEqualTo(OnCall.nobody(at("2026-11-06T17:00:00Z"), at("2026-11-09T09:00:00Z")));
        assertThat(roster.at(at("2026-10-07T12:00:00Z"))).isEqualTo(OnCall.nobody(null, at("2026-11-02T09:00:00Z")));
    }

    @Test
    void aRotationWithoutPeopleIsAGap() {
        var roster = new Roster(List.of(weekly("Europe/London")), List.of());

        assertThat(roster.at(at("2026-11-07T12:00:00Z"))).isEqualTo(OnCall.nobody(null, null));
        assertThat(Timeline.of(roster).gaps(at("2026-11-07T00:00:00Z"), at("2026-11-08T00:00:00Z"))).hasSize(1);
    }

    /** Seeded: what is computed for an instant and what is computed for a window are the same, to the second. */
    @ParameterizedTest
    @ValueSource(strings = {"Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu", "America/Chicago", "Europe/London"})
    void shiftsAndInstantsAgree(ZoneId zone) {
        var random = new Random(20261121);
        for (var round = 0; round < 60; round++) {
            var start = at(round % 3 == 0 ? "2011-12-25T00:00:00Z" : round % 3 == 1 ? "2026-03-01T00:00:00Z" : "2026-10-20T00:00:00Z");
            var roster = any(zone, start, random);
            var end = start.plus(Duration.ofDays(40));

            var shifts = roster.shifts(start, end);

            assertPartition(roster, shifts, start, end);
            for (var shift : shifts) {
                for (var instant : List.of(shift.from(), shift.to().minusSeconds(1), shift.to(), shift.from().minusSeconds(1))) {
                    assertAgrees(roster, shifts, instant, start, end);
                }
            }
            for (var override : roster.overrides().reversed().stream().limit(1).toList()) {
                assertThat(roster.at(override.from()).person()).isEqualTo(override.person());
            }
        }
    }

    @Test
    void aYearOfTenThousandSchedulesIsAboutASecondOfWork() {
        var from = at("2026-11-01T00:00:00Z");
        var rosters = IntStream.range(0, 10_000)
                .mapToObj(n -> new Roster(List.of(weekly("Europe/London", "a" + n, "b" + n, "c" + n)), List.of()))
                .toList();
        rosters.stream().limit(1_000).forEach(roster -> roster.shifts(from, from.plus(Duration.ofDays(365))));

        var began = System.nanoTime();
        var count = rosters.stream()
                .mapToLong(roster -> roster.shifts(from, from.plus(Duration.ofDays(365))).size())
                .sum();
        var took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(count).isEqualTo(530_000 - 10_000);
        assertThat(took).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aTurnFarAheadIsComputedFromItsNumber() {
        var rotation = weekly("Europe/London", "ann", "bob", "cas");
        var farAhead = at("2926-11-01T00:00:00Z");

        assertThat(rotation.handOff(rotation.turnAt(farAhead))).isBeforeOrEqualTo(farAhead);
        assertThat(rotation.handOff(rotation.turnAt(farAhead) + 1)).isAfter(farAhead);
    }

    @Test
    void aChangedRotationLeavesThePastAsItWas() {
        var change = at("2026-11-11T10:00:00Z");
        var timeline = new Timeline(List.of(
                new Timeline.Version(Instant.MIN, change, new Roster(List.of(weekly("Europe/London", "ann", "bob")), List.of())),
                new Timeline.Version(change, Instant.MAX, new Roster(List.of(weekly("Europe/London", "cas", "bob", "dee")), List.of()))));

        assertThat(timeline.at(at("2026-11-03T00:00:00Z")).person()).hasToString("ann");
        assertThat(timeline.at(at("2026-11-10T00:00:00Z")))
                .isEqualTo(new OnCall(new PersonName("bob"), at("2026-11-09T09:00:00Z"), at("2026-11-16T09:00:00Z"), 0, 1L));
        assertThat(timeline.shifts(at("2026-11-02T09:00:00Z"), at("2026-11-23T09:00:00Z")))
                .extracting(shift -> shift.person().value())
                .containsExactly("ann", "bob", "dee");
        assertThat(timeline.nextOther(at("2026-11-10T00:00:00Z"), new PersonName("bob")))
                .hasValueSatisfying(shift -> assertThat(shift.person()).hasToString("dee"));
    }

    private static void assertAnswers(Roster roster, Instant at, @Nullable String person) {
        var answer = roster.at(at);

        assertThat(answer.person()).as("at %s", at).isEqualTo(person == null ? null : new PersonName(person));
        assertThat(roster.shifts(at.minusSeconds(3600), at.plusSeconds(3600)))
                .filteredOn(shift -> shift.contains(at))
                .extracting(shift -> shift.person().value())
                .isEqualTo(person == null ? List.of() : List.of(person));
        assertThat(answer.from() == null || !answer.from().isAfter(at)).isTrue();
        assertThat(answer.until() == null || answer.until().isAfter(at)).isTrue();
    }

    private static void assertPartition(Roster roster, List<Shift> shifts, Instant start, Instant end) {
        var gaps = Timeline.of(roster).gaps(start, end);
        var edges = new ArrayList<List<Instant>>();
        shifts.forEach(shift -> edges.add(List.of(shift.from(), shift.to())));
        gaps.forEach(gap -> edges.add(List.of(gap.from(), gap.from().plus(gap.length()))));
        edges.sort((one, two) -> one.getFirst().compareTo(two.getFirst()));

        var reached = start;
        for (var edge : edges) {
            assertThat(edge.getFirst()).isEqualTo(reached);
            reached = edge.getLast();
        }
        assertThat(reached).isEqualTo(end);
    }

    private static void assertAgrees(Roster roster, List<Shift> shifts, Instant at, Instant start, Instant end) {
        if (at.isBefore(start) || !at.isBefore(end)) {
            return;
        }
        var answer = roster.at(at);
        var shift = shifts.stream().filter(each -> each.contains(at)).findFirst();

        assertThat(answer.person()).as("%s at %s", roster, at).isEqualTo(shift.map(Shift::person).orElse(null));
        shift.filter(each -> each.from().isAfter(start) && each.to().isBefore(end))
                .ifPresent(each -> assertThat(answer).as("%s at %s", roster, at).isEqualTo(OnCall.by(each)));
    }

    static Roster any(ZoneId zone, Instant start, Random random) {
        var layers = IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(n -> anyRotation(zone, start, random)).toList();
        var overrides = IntStream.range(0, random.nextInt(4))
                .mapToObj(n -> {
                    var from = start.plus(Duration.ofMinutes(30L * random.nextInt(48 * 40)));
                    return new ScheduleOverride(from, from.plus(Duration.ofMinutes(30L + 30L * random.nextInt(96))), name(random));
                })
                .toList();
        return new Roster(layers, overrides);
    }

    private static Rotation anyRotation(ZoneId zone, Instant start, Random random) {
        var first = LocalDateTime.ofInstant(start, zone)
                .plusDays(random.nextInt(20) - 15)
                .withHour(random.nextInt(24))
                .withMinute(15 * random.nextInt(4));
        var restrict = random.nextInt(3) == 0
                ? List.<WeekWindow>of()
                : IntStream.rangeClosed(0, random.nextInt(2)).mapToObj(n -> anyWindow(random)).toList();
        var turns = random.nextBoolean() ? Turns.ACTIVE : Turns.CALENDAR;
        var bounds = random.nextInt(4) == 0 ? new Bounds(first.plusDays(3), first.plusDays(25)) : Bounds.NONE;
        var people = Stream.generate(() -> name(random)).limit(1 + random.nextInt(4)).toList();
        return new Rotation(zone, new HandOffs(first, random.nextBoolean() ? 1 : 7, turns), people, restrict, bounds);
    }

    private static WeekWindow anyWindow(Random random) {
        var days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7)));
        return WeekWindow.of(
                days,
                "%02d:%02d".formatted(random.nextInt(24), 15 * random.nextInt(4)),
                random.nextInt(6) == 0 ? "24:00" : "%02d:%02d".formatted(random.nextInt(24), 15 * random.nextInt(4)));
    }

    private static Rotation weekly(String zone, String... people) {
        var first = LocalDateTime.parse("2026-11-02T09:00");
        return new Rotation(ZoneId.of(zone), new HandOffs(first, 7, Turns.CALENDAR), names(people), List.of(), Bounds.NONE);
    }

    private static ScheduleOverride override(String from, String to, String person) {
        return new ScheduleOverride(at(from), at(to), new PersonName(person));
    }

    private static List<PersonName> names(String... people) {
        return Stream.of(people).map(PersonName::new).toList();
    }

    private static PersonName name(Random random) {
        return new PersonName(List.of("ann", "bob", "cas", "dee", "eli").get(random.nextInt(5)));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
