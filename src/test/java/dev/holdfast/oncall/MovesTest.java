package dev.holdfast.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MovesTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    /** Times in hours; {@code person:from-to}. */
    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', value = {
        "nothing at all                        | ann:0-24 bob:24-48          | ann:0-24 bob:24-48              | ",
        "only hours: one move                  | ann:0-24 bob:24-48          | ann:0-20 bob:20-48              | ann:0-24>0-20 bob:24-48>20-48",
        "turns of one person, counted anew     | ann:0-24 ann:24-48          | ann:0-12 ann:12-48              | ",
        "another beat: two places of one       | ann:0-24 bob:24-48          | bob:0-24 ann:24-48              | ann:0-24>24-48 bob:24-48>0-24",
        "a night is covered                    | ann:0-168                   | ann:0-40 bob:40-54 ann:54-168   | ann:40-54>- bob:->40-54",
        "the last night is covered             | ann:0-168                   | ann:0-150 bob:150-168           | ann:0-168>0-150 bob:->150-168",
        "that is taken back                    | ann:0-40 bob:40-54 ann:54-168 | ann:0-168                     | bob:40-54>- ann:->40-54",
        "somebody joins, another has fewer     | ann:0-24 ann:24-48 ann:48-72 | ann:0-24 bob:24-48 ann:48-72   | ann:24-48>- bob:->24-48",
        "too far apart to be the same shift    | ann:0-24 bob:24-200         | bob:0-176 ann:176-200           | ann:0-24>- bob:24-200>0-176 ann:->176-200",
        "a schedule that is new                |                             | ann:0-24 bob:24-48              | ann:->0-24 bob:->24-48",
        "one that is gone                      | ann:0-24                    |                                 | ann:0-24>-",
    })
    void saysWhoseShiftsMove(String what, @Nullable String before, @Nullable String after, @Nullable String moved) {
        assertThat(Moves.between(shifts(before), shifts(after)).stream().map(MovesTest::words)).containsExactlyInAnyOrderElementsOf(words(moved));
    }

    @Test
    void comesInTheOrderOfTime() {
        var moves = Moves.between(shifts("ann:0-24 bob:24-48 cas:48-72"), shifts("cas:0-24 bob:24-48 dee:48-72"));

        assertThat(moves.stream().map(Move::begins)).isSorted();
    }

    /** Seeded: nothing moves exactly where the same people are on call at the same instants, and what moves says how the one becomes the other. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/London", "America/New_York", "Australia/Lord_Howe"})
    void isEmptyExactlyWhereNothingChanges(ZoneId zone) {
        var random = new Random(20261122);
        var same = 0;
        for (var round = 0; round < 150; round++) {
            var start = Instant.parse(round % 2 == 0 ? "2026-03-01T00:00:00Z" : "2026-10-10T00:00:00Z");
            var end = start.plus(Duration.ofDays(40));
            var before = RosterTest.any(zone, start, random);
            var after = round % 3 == 0 ? before.withOverrides(itself(before, start, end, random)) : RosterTest.any(zone, start, random);

            var moves = Moves.between(before.shifts(start, end), after.shifts(start, end));

            var differs = differs(before.shifts(start, end), after.shifts(start, end));
            assertThat(moves.isEmpty()).as("%s", moves).isEqualTo(!differs);
            same += differs ? 0 : 1;
            for (var person : everybody(before.shifts(start, end), after.shifts(start, end))) {
                var mine = moves.stream().filter(move -> move.person().equals(person)).toList();
                var hours = hours(person, before.shifts(start, end)).minus(was(mine)).plus(becomes(mine));
                assertThat(hours).as("%s of %s", person, moves).isEqualTo(hours(person, after.shifts(start, end)));
            }
        }
        assertThat(same).isBetween(20, 100);
    }

    /** Seeded: whatever a schedule becomes, what was before the change is answered as it was. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/London", "America/New_York", "Australia/Lord_Howe"})
    void editingTheFutureLeavesThePastUntouched(ZoneId zone) {
        var random = new Random(20261123);
        for (var round = 0; round < 100; round++) {
            var start = Instant.parse(round % 2 == 0 ? "2026-03-01T00:00:00Z" : "2026-10-10T00:00:00Z");
            var end = start.plus(Duration.ofDays(40));
            var change = start.plus(Duration.ofMinutes(random.nextInt(40 * 24 * 60)));
            var before = Timeline.of(RosterTest.any(zone, start, random));

            var after = before.replaced(change, RosterTest.any(zone, start, random));

            assertThat(Moves.between(before.shifts(start, change), after.shifts(start, change))).isEmpty();
            var instant = start.plus(Duration.ofSeconds(random.nextInt((int) Duration.between(start, change).toSeconds() + 1)));
            if (instant.isBefore(change)) assertThat(after.at(instant).person()).isEqualTo(before.at(instant).person());
            assertThat(Moves.between(before.shifts(start, end), after.shifts(start, end))).allSatisfy(move -> assertThat(move.ends()).isAfter(change));
        }
    }

    /** Somebody in the place of themselves. */
    private static List<ScheduleOverride> itself(Roster roster, Instant start, Instant end, Random random) {
        var shifts = roster.shifts(start, end);
        if (shifts.isEmpty()) return List.of();
        var shift = shifts.get(random.nextInt(shifts.size()));
        var half = shift.from().plus(Duration.between(shift.from(), shift.to()).dividedBy(2));
        return List.of(new ScheduleOverride(shift.from(), half, shift.person()));
    }

    private static boolean differs(List<Shift> before, List<Shift> after) {
        var edges = new TreeSet<Instant>();
        before.forEach(shift -> edges.addAll(List.of(shift.from(), shift.to())));
        after.forEach(shift -> edges.addAll(List.of(shift.from(), shift.to())));
        return edges.stream().anyMatch(at -> !at(before, at).equals(at(after, at)));
    }

    private static List<PersonName> at(List<Shift> shifts, Instant at) {
        return shifts.stream().filter(shift -> shift.contains(at)).map(Shift::person).toList();
    }

    private static TreeSet<PersonName> everybody(List<Shift> before, List<Shift> after) {
        var everybody = new TreeSet<PersonName>();
        before.forEach(shift -> everybody.add(shift.person()));
        after.forEach(shift -> everybody.add(shift.person()));
        return everybody;
    }

    private static Duration hours(PersonName person, List<Shift> shifts) {
        return shifts.stream().filter(shift -> shift.person().equals(person)).map(shift -> Duration.between(shift.from(), shift.to())).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration was(List<Move> moves) {
        return moves.stream().map(Move::was).filter(it -> it != null).map(Period::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration becomes(List<Move> moves) {
        return moves.stream().map(Move::becomes).filter(it -> it != null).map(Period::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static List<Shift> shifts(@Nullable String text) {
        var shifts = new ArrayList<Shift>();
        for (var word : words(text)) {
            var parts = word.split("[:-]");
            shifts.add(new Shift(hour(parts[1]), hour(parts[2]), new PersonName(parts[0]), 0, (long) shifts.size()));
        }
        return shifts;
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
    }

    private static String words(Move move) {
        return move.person() + ":" + words(move.was()) + ">" + words(move.becomes());
    }

    private static String words(@Nullable Period period) {
        return period == null ? "-" : hours(period.from()) + "-" + hours(period.from().plus(period.length()));
    }

    private static long hours(Instant at) {
        return Duration.between(MONDAY, at).toHours();
    }

    private static Instant hour(String hours) {
        return MONDAY.plus(Duration.ofHours(Long.parseLong(hours)));
    }
}
