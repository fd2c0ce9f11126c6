package dev.holdfast.remuneration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.oncall.OwnWeek;
import dev.holdfast.oncall.Watch;
import dev.holdfast.operatingmodel.Remuneration;
import dev.holdfast.operatingmodel.Remuneration.Model;
import dev.holdfast.operatingmodel.Remuneration.Per;
import dev.holdfast.operatingmodel.Remuneration.Rate;
import dev.holdfast.operatingmodel.Remuneration.Special;
import dev.holdfast.operatingmodel.Remuneration.Standby;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WallClock;
import dev.holdfast.quantities.WorkingCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds whatever the rates, clocks, holidays and overrides are: seeded loops. */
class StandbyPropertiesTest {

    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Europe/London"), ZoneId.of("America/New_York"), ZoneId.of("Australia/Lord_Howe"));
    private static final List<PersonName> PEOPLE = List.of("ann", "bob", "cas", "dee").stream().map(PersonName::new).toList();
    private static final Instant EVER = Instant.parse("2023-12-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2025-06-01T00:00:00Z");

    @Test
    void fullTurnIsExactlyItsRateWhateverTheClocksHolidaysAndOverrides() {
        for (var seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            var zone = ZONES.get(random.nextInt(ZONES.size()));
            var rate = new BigDecimal(random.nextInt(100_000)).movePointLeft(2);
            var prices = prices(new Rate(rate, random.nextBoolean() ? Per.WEEK : Per.DAY), List.of());
            var holidays = Set.of(monday(random).toLocalDate().plusDays(2));
            var first = monday(random).plusHours(random.nextInt(24));
            var days = prices.standby(null, null).pays().weekday().per() == Per.WEEK ? 1 : 7;

            var owed = owed(turns("s", first, zone, 8, random), setting(prices, zone, holidays, 1 + random.nextInt(5)), zone);

            var byWeek = owed.stream().collect(Collectors.groupingBy(each -> week(first, zone, each.line().from()),
                    Collectors.reducing(BigDecimal.ZERO, each -> each.line().amount(), BigDecimal::add)));
            assertThat(byWeek).as("seed %d", seed).hasSize(8).allSatisfy((week, sum) ->
                    assertThat(sum).isEqualByComparingTo(rate.multiply(BigDecimal.valueOf(days))));
        }
    }

    @Test
    void statementsSumToWhatBearsThemAndNobodyIsPaidTwice() {
        for (var seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            var zone = ZONES.get(random.nextInt(ZONES.size()));
            var special = List.of(
                    new Special(null, "ann", new Standby(rate(random), rate(random), rate(random)), null),
                    new Special("team-1", null, new Standby(rate(random), rate(random), rate(random)), null));
            var setting = setting(prices(rate(random), special), zone, Set.of(), 1 + random.nextInt(3));
            var first = monday(random);
            var watches = new ArrayList<>(turns("one", first, zone, 6, random));
            watches.addAll(turns("two", first.plusHours(random.nextInt(100)), zone, 5, random));

            var owed = owed(watches, setting, zone);

            var byPerson = sum(owed.stream().collect(Collectors.groupingBy(Owed::person)));
            var byBearer = sum(owed.stream().collect(Collectors.groupingBy(each -> each.line().bearer())));
            assertThat(byPerson).as("seed %d", seed).isEqualByComparingTo(byBearer);
            var ahead = hours(watches, setting.calendar());
            assertThat(owed.stream().map(each -> each.line().hours()).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as("hours of seed %d", seed)
                    .isCloseTo(ahead, offset(new BigDecimal("0.1")));
            assertThat(owed.stream().map(each -> each.line().id()).distinct()).as("ids of seed %d", seed).hasSameSizeAs(owed);
        }
    }

    @Test
    void whoeverIsAskedForAloneIsOwedTheSame() {
        for (var seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            var zone = ZONES.get(random.nextInt(ZONES.size()));
            var setting = setting(prices(rate(random), List.of()), zone, Set.of(), 1 + random.nextInt(3));
            var few = PEOPLE.subList(0, 2);
            var watches = new ArrayList<>(turns("few", monday(random), zone, 5, few, random));
            watches.addAll(turns("shared", monday(random), zone, 5, PEOPLE.subList(1, 3), random));
            watches.addAll(turns("others", monday(random), zone, 5, PEOPLE.subList(2, 4), random));
            var person = few.getFirst();

            var some = Reckoning.concerned(watches, person::equals);

            assertThat(some).as("seed %d", seed).hasSizeLessThan(watches.size());
            assertThat(amounts(owed(some, setting, zone), person)).isEqualTo(amounts(owed(watches, setting, zone), person));
        }
    }

    /** Reckoned at one instant and told at others, beside what comes of cutting who was on call where it is over. */
    @Test
    void whatIsKeptOfTurnsIsOwedTheSameUntilTheNextBeginsOrEnds() {
        var told = 0;
        for (var seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            var zone = ZONES.get(random.nextInt(ZONES.size()));
            var setting = setting(prices(rate(random), List.of(new Special(null, "ann", new Standby(rate(random), rate(random), rate(random)), null))),
                    zone, Set.of(monday(random).toLocalDate()), 1 + random.nextInt(3));
            var first = monday(random);
            var watches = new ArrayList<>(turns("one", first, zone, 4, random));
            watches.addAll(turns("two", first.plusHours(random.nextInt(100)), zone, 3, random));
            var month = YearMonth.from(first.plusDays(5));
            Predicate<Piece> asked = piece -> piece.as().month().equals(month);
            var reckoned = first.atZone(zone).toInstant().plus(Duration.ofMinutes(random.nextInt(40_000)));

            var course = Course.of(pieces(watches, setting, zone), new Reckoning.Result(List.of(), List.of()), 2, reckoned, asked);

            for (var again = 0; again < 20; again++) {
                var now = again == 0 ? course.stands().from() : reckoned.plus(Duration.ofSeconds(random.nextInt(40_000) - 20_000));
                if (!course.stands().contains(now)) continue;
                assertThat(told(course.at(now).owed())).as("seed %d at %s", seed, now).isEqualTo(told(cut(watches, setting, zone, now, asked)));
                told++;
            }
        }
        assertThat(told).isGreaterThan(500);
    }

    /** The long way: what was before and what comes after are put together apart, and rounded together. */
    private static List<Owed> cut(List<Watch> watches, Setting setting, ZoneId zone, Instant now, Predicate<Piece> asked) {
        var before = watches.stream().filter(watch -> watch.from().isBefore(now)).map(watch -> until(watch, now)).toList();
        var after = watches.stream().filter(watch -> watch.to().isAfter(now)).map(watch -> from(watch, now)).toList();
        var pieces = new ArrayList<>(pieces(before, setting, zone));
        pieces.addAll(pieces(after, setting, zone));
        return StandbyLines.of(StandbyLines.wholes(pieces), 2, now, asked);
    }

    private static Watch until(Watch watch, Instant now) {
        return between(watch, watch.from(), watch.to().isBefore(now) ? watch.to() : now);
    }

    private static Watch from(Watch watch, Instant now) {
        return between(watch, watch.from().isAfter(now) ? watch.from() : now, watch.to());
    }

    private static Watch between(Watch watch, Instant from, Instant to) {
        return new Watch(watch.schedule(), watch.of(), watch.zone(), from, to, watch.person(), watch.insteadOf(), watch.layer(), watch.turn(), watch.week());
    }

    private static Set<List<Object>> told(List<Owed> owed) {
        return owed.stream()
                .map(each -> List.<Object>of(each.line().id(), each.ahead(), each.line().from(), each.line().to(), each.line().hours(), each.line().amount()))
                .collect(Collectors.toSet());
    }

    private static Map<String, BigDecimal> amounts(List<Owed> owed, PersonName person) {
        return owed.stream().filter(each -> each.person().equals(person)).map(Owed::line).collect(Collectors.toMap(Line::id, Line::amount));
    }

    /** The hours out of hours in which each person is on call by anything: reckoned naively, minute for minute. */
    private static BigDecimal hours(List<Watch> watches, WorkingCalendar calendar) {
        var minutes = new HashSet<Map.Entry<PersonName, Instant>>();
        for (var watch : watches) {
            for (var at = watch.from(); at.isBefore(watch.to()); at = at.plus(Duration.ofMinutes(30))) {
                if (!calendar.isWorking(at)) minutes.add(Map.entry(watch.person(), at));
            }
        }
        return BigDecimal.valueOf(minutes.size()).divide(BigDecimal.TWO);
    }

    private static BigDecimal sum(Map<?, List<Owed>> groups) {
        return groups.values().stream()
                .map(group -> group.stream().map(each -> each.line().amount()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Owed> owed(List<Watch> watches, Setting setting, ZoneId zone) {
        return StandbyLines.of(StandbyLines.wholes(pieces(watches, setting, zone)), 2, LATER, piece -> true);
    }

    private static List<Piece> pieces(List<Watch> watches, Setting setting, ZoneId zone) {
        var settings = new TreeMap<>(Map.of(EVER, setting));
        return Overlaps.paidOnce(new Standings(of -> settings, new OutOfHours(EVER, LATER), zone).of(watches));
    }

    /** Weekly turns with overrides at half hours, as the schedules give them. */
    private static List<Watch> turns(String schedule, LocalDateTime first, ZoneId zone, int weeks, Random random) {
        return turns(schedule, first, zone, weeks, PEOPLE, random);
    }

    private static List<Watch> turns(String schedule, LocalDateTime first, ZoneId zone, int weeks, List<PersonName> people, Random random) {
        var watches = new ArrayList<Watch>();
        for (var week = 0; week < weeks; week++) {
            var start = first.plusWeeks(week);
            var days = IntStream.rangeClosed(0, 7).mapToObj(day -> WallClock.startOf(start.plusDays(day), zone)).toList();
            var own = new OwnWeek(days, List.of(new Period(days.getFirst(), days.getLast())));
            var owner = people.get(week % people.size());
            var from = own.from();
            while (from.isBefore(own.to())) {
                var cut = from.plus(Duration.ofMinutes(30L * (1 + random.nextInt(200))));
                var to = cut.isBefore(own.to()) ? cut : own.to();
                var person = random.nextBoolean() ? owner : people.get(random.nextInt(people.size()));
                watches.add(new Watch(
                        schedule, new Watch.Of(new TeamName("team-" + random.nextInt(2)), null, null), zone, from, to, person,
                        person.equals(owner) ? null : owner, 0, (long) week, own));
                from = to;
            }
        }
        return watches;
    }

    private static Setting setting(Remuneration prices, ZoneId zone, Set<LocalDate> holidays, int services) {
        var usual = WorkingCalendar.usualIn(zone);
        var shares = IntStream.range(0, services)
                .mapToObj(index -> new Share(new Bearer(Bearer.Kind.SERVICE, "service-" + index), null, "pat", List.of()))
                .toList();
        return new Setting(shares, new WorkingCalendar(zone, usual.windows(), holidays), prices, "team-1");
    }

    private static Remuneration prices(Rate rate, List<Special> exceptions) {
        return new Remuneration(Model.STANDBY, new Standby(rate, rate, rate), null, exceptions);
    }

    private static Rate rate(Random random) {
        return new Rate(new BigDecimal(1 + random.nextInt(50_000)).movePointLeft(2), Per.values()[random.nextInt(3)]);
    }

    private static LocalDateTime monday(Random random) {
        return LocalDate.of(2024, 1, 1).plusWeeks(random.nextInt(50)).atTime(9, 0);
    }

    private static long week(LocalDateTime first, ZoneId zone, Instant at) {
        var week = 0;
        while (!WallClock.startOf(first.plusWeeks(week + 1L), zone).isAfter(at)) {
            week++;
        }
        return week;
    }
}
