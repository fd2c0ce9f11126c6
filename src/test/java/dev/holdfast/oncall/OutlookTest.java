package dev.holdfast.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.quantities.Money;
import dev.holdfast.quantities.WeekWindow;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What lies ahead of a schedule, beside what every quarter of an hour answers by itself. */
class OutlookTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NOW = Instant.parse("2026-10-20T10:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final List<PersonName> PEOPLE = Stream.of("ann", "bob", "cas", "dee").map(PersonName::new).toList();
    private static final Outlook.Known NOTHING = new Outlook.Known(person -> Optional.empty(), person -> true, Map.of());

    @ParameterizedTest
    @MethodSource("seeds")
    void aGapIsWhereNobodyIsOnCallInTheHoursThatAreMeant(long seed) {
        var random = new Random(seed);
        var ahead = outlook(roster(random), ScheduleHours.values()[random.nextInt(3)], NOW.plus(Duration.ofDays(21)), NOTHING);

        var gaps = GapsAhead.gaps(ahead.meant(), ahead.shifts());

        var missing = 0;
        var covered = false;
        var runs = 0;
        var within = false;
        for (var at = NOW; at.isBefore(ahead.end()); at = at.plus(STEP)) {
            if (ahead.schedule().schedule().hours().fits(Hours.when(ahead.whose().calendar().isWorking(at))) < 0) continue;
            var nobody = ahead.schedule().timeline().at(at).person() == null;
            if (nobody) missing++;
            if (nobody && !within) runs++;
            within = nobody;
            covered |= !nobody;
            var instant = at;
            assertThat(gaps.stream().anyMatch(gap -> gap.bounds().contains(instant))).as("%s", at).isEqualTo(nobody);
        }
        assertThat(gaps.stream().map(GapsAhead.Gap::lasting).reduce(Duration.ZERO, Duration::plus)).isEqualTo(STEP.multipliedBy(missing));
        assertThat(gaps).hasSize(runs);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoIsOnCallWhileAwayIsFoundForJustAsLong(long seed) {
        var random = new Random(seed);
        var roster = roster(random);
        var leaves = new ArrayList<Leave>();
        for (var i = 0; i < 4; i++) leaves.add(leave(PEOPLE.get(i), NOW.plus(STEP.multipliedBy(random.nextInt(1_800))), STEP.multipliedBy(1 + random.nextInt(600))));
        var known = new Outlook.Known(person -> Optional.empty(), person -> true, leaves.stream().collect(Collectors.groupingBy(Leave::person)));
        var ahead = outlook(roster, ScheduleHours.ALWAYS, NOW.plus(Duration.ofDays(21)), known);

        var found = PeopleAhead.of(ahead);

        for (var leave : leaves) {
            var clashing = new ArrayList<Instant>();
            for (var at = leave.from(); at.isBefore(leave.to()) && at.isBefore(ahead.end()); at = at.plus(STEP)) {
                if (leave.person().equals(ahead.schedule().timeline().at(at).person())) clashing.add(at);
            }
            var its = found.stream().filter(check -> check.people().equals(List.of(leave.person()))).toList();
            assertThat(its).hasSize(clashing.isEmpty() ? 0 : 1).allSatisfy(check -> {
                assertThat(check.code()).isEqualTo(Check.Code.ON_LEAVE);
                assertThat(check.from()).isEqualTo(clashing.getFirst());
                assertThat(check.to()).isEqualTo(clashing.getLast().plus(STEP));
                assertThat(check.text()).contains(" " + Lasting.words(STEP.multipliedBy(clashing.size())) + " ");
            });
        }
    }

    @Test
    void whatComesEveryWeekIsSaidOnceAndWhatCostsMoreByItself() {
        var days = EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY));
        var roster = new Roster(List.of(rotation(LONDON, "2026-06-01T00:00", 7, List.of(WeekWindow.of(days, "00:00", "24:00")))), List.of());
        var peak = Instant.parse("2026-11-29T00:00:00Z");
        var ahead = outlook(roster, ScheduleHours.ALWAYS, NOW.plus(Duration.ofDays(84)), NOTHING);
        var costing = new Outlook(ahead.schedule(), ahead.whose(), NOW, ahead.end(), ahead.shifts(), ahead.meant(), NOTHING,
                (from, to) -> Money.of(from.equals(peak) ? "640000" : "200000", "USD"));

        var found = GapsAhead.of(costing);

        // the Sunday on which the clocks change has an hour more
        assertThat(found).extracting(Check::text)
                .containsExactlyInAnyOrder("Nobody is on call for 25 hours.", "Nobody is on call for 24 hours, 10 times.", "Nobody is on call for 24 hours.");
        assertThat(found).filteredOn(check -> peak.equals(check.from())).singleElement()
                .satisfies(check -> assertThat(check.exposurePerHour()).isEqualTo(Money.of("640000", "USD")));
    }

    @Test
    void whoLeavesOrCannotBeReachedIsNamedFromTheirFirstShiftOn() {
        var bob = new Person(PEOPLE.get(1), "Bob", null, LONDON, true, Set.of(), LocalDate.parse("2026-11-20"));
        var known = new Outlook.Known(person -> Optional.of(bob).filter(it -> it.name().equals(person)), person -> !person.equals(PEOPLE.get(2)), Map.of());
        var roster = new Roster(List.of(rotation(LONDON, "2026-10-19T09:00", 7, List.of())), List.of());

        var found = PeopleAhead.of(outlook(roster, ScheduleHours.ALWAYS, NOW.plus(Duration.ofDays(70)), known));

        assertThat(found).extracting(Check::code, check -> check.people().getFirst().value(), check -> String.valueOf(check.from()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Check.Code.LEAVING, "bob", "2026-11-23T09:00:00Z"),
                        org.assertj.core.groups.Tuple.tuple(Check.Code.UNREACHABLE, "cas", "2026-11-02T09:00:00Z"));
        assertThat(found).extracting(Check::url).containsExactly("/schedules/shop/edit", "/people/cas");
    }

    /** Two layers that cover the day together, each by the wall clock of its own zone; in the third case one covers all of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Europe/London | 01:00 | 13:00 | America/New_York | 08:00 | 20:00 | 2026-10-26T00:00:00Z | The clocks of Europe/London change on Sun 25 Oct: nobody is on call for 6 hours that were covered the week before.",
        "Australia/Lord_Howe | 08:00 | 20:00 | Europe/London | 10:00 | 22:00 | 2026-10-25T09:00:00Z | The clocks of Europe/London change on Sun 25 Oct: nobody is on call for 6 hours that were covered the week before.",
        "Europe/London | 00:00 | 24:00 | America/New_York | 08:00 | 20:00 | 2026-10-25T01:00:00Z | The clocks of Europe/London change on Sun 25 Oct: hand-offs there come 1 hour later in America/New_York.",
    })
    void aChangeOfTheClocksIsSaid(String one, String from, String to, String two, String from2, String to2, Instant first, String words) {
        var all = EnumSet.allOf(DayOfWeek.class);
        var roster = new Roster(List.of(
                rotation(ZoneId.of(one), "2026-06-01T00:00", 7, List.of(WeekWindow.of(all, from, to))),
                rotation(ZoneId.of(two), "2026-06-01T00:00", 7, List.of(WeekWindow.of(all, from2, to2)))), List.of());
        var now = Instant.parse("2026-10-10T10:00:00Z");

        var found = SeamsAhead.of(outlook(roster, ScheduleHours.ALWAYS, now, now.plus(Duration.ofDays(22)), NOTHING)).getFirst();

        assertThat(found.code()).isEqualTo(Check.Code.CLOCK_CHANGE);
        assertThat(found.from()).isEqualTo(first);
        assertThat(found.text()).isEqualTo(words);
    }

    @Test
    void clocksThatChangeTogetherMoveNothing() {
        var all = EnumSet.allOf(DayOfWeek.class);
        var roster = new Roster(List.of(
                rotation(LONDON, "2026-06-01T00:00", 7, List.of(WeekWindow.of(all, "09:00", "21:00"))),
                rotation(ZoneId.of("Europe/Berlin"), "2026-06-01T00:00", 7, List.of(WeekWindow.of(all, "22:00", "10:00")))), List.of());

        assertThat(SeamsAhead.of(outlook(roster, ScheduleHours.ALWAYS, NOW.plus(Duration.ofDays(200)), NOTHING))).isEmpty();
    }

    @Test
    void aRotationInOneZoneWithoutWindowsHasNoSeam() {
        var roster = new Roster(List.of(rotation(LONDON, "2026-06-01T00:00", 7, List.of())), List.of());

        assertThat(SeamsAhead.of(outlook(roster, ScheduleHours.ALWAYS, NOW.plus(Duration.ofDays(365)), NOTHING))).isEmpty();
    }

    @Test
    void aWindowThatTheClocksSwallowIsAGapAtTheSeam() {
        var all = EnumSet.allOf(DayOfWeek.class);
        var windows = List.of(WeekWindow.of(all, "02:30", "01:30"), WeekWindow.of(all, "01:30", "02:30"));
        var lordHowe = new Roster(List.of(rotation(ZoneId.of("Australia/Lord_Howe"), "2026-06-01T00:00", 7, windows)), List.of());

        assertThat(SeamsAhead.of(outlook(lordHowe, ScheduleHours.ALWAYS, NOW.plus(Duration.ofDays(365)), NOTHING))).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private static Leave leave(PersonName person, Instant from, Duration length) {
        return new Leave("l-" + person, person, from, from.plus(length), null, Leave.Origin.ENTERED, null, NOW, "ann");
    }

    private static Roster roster(Random random) {
        var layers = new ArrayList<Rotation>();
        for (var layer = 0; layer < 1 + random.nextInt(3); layer++) {
            var people = new ArrayList<>(PEOPLE);
            Collections.shuffle(people, random);
            var zone = List.of(LONDON, ZoneId.of("America/New_York"), ZoneId.of("Australia/Lord_Howe")).get(random.nextInt(3));
            var window = random.nextInt(4) == 0 ? List.<WeekWindow>of()
                    : List.of(WeekWindow.of(EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.of(3 + random.nextInt(5))), "18:00", "0" + random.nextInt(9) + ":30"));
            layers.add(new Rotation(zone, new HandOffs(LocalDateTime.parse("2026-06-01T09:00"), 1 + random.nextInt(9), Turns.CALENDAR), people, window, Bounds.NONE));
        }
        var overrides = new ArrayList<ScheduleOverride>();
        for (var one = 0; one < random.nextInt(4); one++) {
            var from = NOW.plus(STEP.multipliedBy(random.nextInt(1_900)));
            overrides.add(new ScheduleOverride(from, from.plus(STEP.multipliedBy(1 + random.nextInt(300))), PEOPLE.get(random.nextInt(4))));
        }
        return new Roster(layers, overrides);
    }

    private static Rotation rotation(ZoneId zone, String first, int days, List<WeekWindow> windows) {
        return new Rotation(zone, new HandOffs(LocalDateTime.parse(first), days, Turns.CALENDAR), PEOPLE, windows, Bounds.NONE);
    }

    private static Outlook outlook(Roster roster, ScheduleHours hours, Instant end, Outlook.Known known) {
        return outlook(roster, hours, NOW, end, known);
    }

    private static Outlook outlook(Roster roster, ScheduleHours hours, Instant now, Instant end, Outlook.Known known) {
        var schedule = new Schedule(new Holder.OfTeam(new TeamName("shop"), null), hours, false, roster);
        var calendar = WorkingCalendar.usualIn(LONDON);
        var timeline = Timeline.of(roster);
        return new Outlook(new NamedSchedule("shop", 1, schedule, timeline), new Outlook.Whose(null, calendar), now, end, timeline.shifts(now, end),
                new MeantTimes(now, end).of(hours, calendar), known, Outlook.Stake.NONE);
    }
}
