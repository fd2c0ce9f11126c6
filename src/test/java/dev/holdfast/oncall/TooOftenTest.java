package dev.holdfast.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.quantities.WeekWindow;
import dev.holdfast.quantities.WorkingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The weeks that are added up once give what each window of twelve weeks gives when it is looked at by itself. */
class TooOftenTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NOW = Instant.parse("2026-11-21T17:20:05Z");
    private static final Duration TWELVE_WEEKS = Duration.ofDays(84);
    private static final List<PersonName> PEOPLE =
            Stream.of("ann", "bob", "cas", "dee", "eli").map(PersonName::new).toList();

    @ParameterizedTest
    @MethodSource("seeds")
    void whoeverHasMoreThanOneWeekInThreeIsFoundWithTheLatestOfTheirWindows(long seed) {
        var timeline = Timeline.of(roster(new Random(seed)));

        var found = TooOften.of(checked(timeline));

        var expected = byEachWindow(timeline);
        assertThat(found).extracting(check -> check.people().getFirst()).containsExactlyElementsOf(expected.keySet());
        assertThat(found).allSatisfy(check -> {
            var share = expected.get(check.people().getFirst());
            assertThat(check.from()).isEqualTo(share.from());
            assertThat(check.to()).isEqualTo(share.from().plus(TWELVE_WEEKS));
            assertThat(check.text()).contains(" " + share.percent() + " percent ");
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theShiftsAheadAreThoseThatTheTimelineHas(long seed) {
        var timeline = Timeline.of(roster(new Random(seed)));

        for (var length : List.of(Duration.ofDays(28), TWELVE_WEEKS)) {
            assertThat(checked(timeline).ahead(length)).isEqualTo(timeline.shifts(NOW, NOW.plus(length)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21T17:20:05Z", "2026-11-21T17:20:05.123456Z"})
    void twoWhoShareEqualPartsBothHaveHalf(String now) {
        var roster = new Roster(List.of(rotation(7, PEOPLE.subList(0, 2), List.of())), List.of());

        var found = TooOften.of(checked(Timeline.of(roster), Instant.parse(now)));

        assertThat(found).extracting(Check::text).allMatch(text -> text.contains(" 50 percent ")).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anEvenRotationOfThreeIsNeverTooMuchWhateverItsTurnsAndWheneverItBegan(long seed) {
        var random = new Random(seed);
        var begins = LocalDateTime.parse("2026-09-01T09:00").plusDays(random.nextInt(100)).plusHours(random.nextInt(12));
        var roster = new Roster(List.of(new Rotation(
                LONDON, new HandOffs(begins, 1 + random.nextInt(21), Turns.CALENDAR), PEOPLE.subList(0, 3), List.of(), Bounds.NONE)), List.of());

        assertThat(TooOften.of(checked(roster, NOW))).isEmpty();
    }

    @Test
    void twoWhoBeganLatelyAreFoundAsSoonAsItIsSure() {
        var two = rotation("2026-11-02T09:00", PEOPLE.subList(0, 2));
        var three = rotation("2026-11-02T09:00", PEOPLE.subList(0, 3));
        var nightsOfOne = new ScheduleOverride(Instant.parse("2026-12-07T09:00:00Z"), Instant.parse("2026-12-28T09:00:00Z"), PEOPLE.getFirst());

        assertThat(TooOften.of(checked(new Roster(List.of(two), List.of()), NOW))).hasSize(2);
        assertThat(TooOften.of(checked(new Roster(List.of(three), List.of()), NOW))).isEmpty();
        assertThat(TooOften.of(checked(new Roster(List.of(three), List.of(nightsOfOne)), NOW))).singleElement()
                .satisfies(check -> assertThat(check.people()).containsExactly(PEOPLE.getFirst()));
    }

    private static Rotation rotation(String begins, List<PersonName> people) {
        return new Rotation(LONDON, new HandOffs(LocalDateTime.parse(begins), 7, Turns.CALENDAR), people, List.of(), Bounds.NONE);
    }

    private static Checked checked(Roster roster, Instant now) {
        var schedule = new Schedule(new Holder.OfTeam(new TeamName("shop"), null), ScheduleHours.ALWAYS, false, roster);
        return Checked.of(new NamedSchedule("shop", 1, schedule, Timeline.of(roster)), null, WorkingCalendar.usualIn(LONDON),
                person -> Optional.empty(), person -> true, now);
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(120);
    }

    private record Share(Instant from, BigDecimal percent) {}

    /** By definition: thirteen windows, each with shifts of its own, and of each person the latest in which it is too much. */
    private static Map<PersonName, Share> byEachWindow(Timeline timeline) {
        var found = new TreeMap<PersonName, Share>();
        for (var week = 12; week >= 0; week--) {
            var from = NOW.minus(Duration.ofDays(7L * week));
            var times = new TreeMap<PersonName, Long>();
            timeline.shifts(from, from.plus(TWELVE_WEEKS)).forEach(shift ->
                    times.merge(shift.person(), Duration.between(shift.from(), shift.to()).toSeconds(), Long::sum));
            var all = BigDecimal.valueOf(times.values().stream().mapToLong(time -> time).sum());
            times.forEach((person, time) -> {
                var share = BigDecimal.valueOf(time).divide(all, 4, RoundingMode.HALF_UP);
                if (share.compareTo(new BigDecimal("0.34")) > 0) {
                    found.put(person, new Share(from, share.movePointRight(2).setScale(0, RoundingMode.HALF_UP)));
                }
            });
        }
        return found;
    }

    private static Roster roster(Random random) {
        var layers = new ArrayList<Rotation>();
        for (var layer = 0; layer < 1 + random.nextInt(3); layer++) {
            var people = new ArrayList<>(PEOPLE);
            Collections.shuffle(people, random);
            var window = random.nextInt(3) == 0 ? List.<WeekWindow>of()
                    : List.of(WeekWindow.of(EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.of(3 + random.nextInt(5))), "08:00", "19:30"));
            layers.add(rotation(1 + random.nextInt(20), people.subList(0, 1 + random.nextInt(5)), window));
        }
        var overrides = new ArrayList<ScheduleOverride>();
        for (var one = 0; one < random.nextInt(6); one++) {
            var from = NOW.minus(TWELVE_WEEKS).plusSeconds(random.nextInt(2 * 84 * 86_400));
            overrides.add(new ScheduleOverride(from, from.plusSeconds(1 + random.nextInt(30 * 86_400)), PEOPLE.get(random.nextInt(5))));
        }
        return new Roster(layers, overrides);
    }

    private static Rotation rotation(int days, List<PersonName> people, List<WeekWindow> restrict) {
        return new Rotation(LONDON, new HandOffs(LocalDateTime.parse("2026-06-01T09:00"), days, Turns.CALENDAR), people, restrict, Bounds.NONE);
    }

    private static Checked checked(Timeline timeline) {
        return checked(timeline, NOW);
    }

    private static Checked checked(Timeline timeline, Instant now) {
        var roster = new Roster(List.of(), List.of());
        var schedule = new Schedule(new Holder.OfTeam(new TeamName("shop"), null), ScheduleHours.ALWAYS, false, roster);
        return Checked.of(
                new NamedSchedule("shop", 1, schedule, timeline), null, WorkingCalendar.usualIn(LONDON), person -> Optional.empty(), person -> true, now);
    }
}
