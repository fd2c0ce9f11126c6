package dev.holdfast.oncall;

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
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * Who is on call by 10 000 schedules through a year, beside a naive calculation: at every half hour the layers are asked from
 * the last to the first, each walking from its first hand-off one turn at a time. The naive one answers for every hundredth
 * schedule, must agree at each instant, and its time is told for as many as the other did.
 */
final class Rotas {

    private static final int SCHEDULES = 10_000;
    private static final int EVERY = 100;
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final List<String> ZONES =
            List.of("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Auckland", "America/Sao_Paulo");
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private Rotas() {}

    public static void main(String[] args) {
        var from = Instant.parse("2026-01-01T00:00:00Z");
        var to = Instant.parse("2027-01-01T00:00:00Z");
        var random = new Random(20261121);
        var rosters = new ArrayList<Roster>();
        for (var schedule = 0; schedule < SCHEDULES; schedule++) {
            rosters.add(roster(random, from, to));
        }
        for (var run = 0; run < 3; run++) {
            var begin = System.nanoTime();
            var shifts = 0L;
            for (var roster : rosters) {
                shifts += roster.shifts(from, to).size();
            }
            System.out.printf("run %d: %,d schedules, a year each, %,d shifts: %,d ms%n", run + 1, SCHEDULES, shifts, millis(begin));
        }
        naive(rosters, from, to);
    }

    private static void naive(List<Roster> rosters, Instant from, Instant to) {
        var begin = System.nanoTime();
        var asked = 0;
        var answers = new ArrayList<List<PersonName>>();
        for (var index = 0; index < rosters.size(); index += EVERY) {
            var people = new ArrayList<PersonName>();
            for (var at = from; at.isBefore(to); at = at.plus(STEP)) {
                people.add(naive(rosters.get(index), at));
            }
            answers.add(people);
            asked++;
        }
        var took = millis(begin);
        var differences = 0;
        for (var index = 0; index < rosters.size(); index += EVERY) {
            differences += differences(rosters.get(index).shifts(from, to), answers.get(index / EVERY), from);
        }
        System.out.printf("naive: %,d schedules at every half hour of the year: %,d ms, so %,d s for all; %d answers differ%n",
                asked, took, took * EVERY / 1000, differences);
        if (differences > 0) System.exit(1);
    }

    private static int differences(List<Shift> shifts, List<PersonName> answers, Instant from) {
        var differences = 0;
        var next = 0;
        for (var index = 0; index < answers.size(); index++) {
            var at = from.plus(STEP.multipliedBy(index));
            while (next < shifts.size() && !shifts.get(next).to().isAfter(at)) {
                next++;
            }
            var person = next < shifts.size() && !shifts.get(next).from().isAfter(at) ? shifts.get(next).person() : null;
            if (!Objects.equals(person, answers.get(index))) differences++;
        }
        return differences;
    }

    private static PersonName naive(Roster roster, Instant at) {
        for (var override : roster.overrides().reversed()) {
            if (override.contains(at)) return override.person();
        }
        for (var layer : roster.layers().reversed()) {
            if (covers(layer, at)) return layer.people().get((int) (turn(layer, at) % layer.people().size()));
        }
        return null;
    }

    private static boolean covers(Rotation layer, Instant at) {
        if (at.isBefore(layer.handOffs().first().atZone(layer.zone()).toInstant())) return false;
        if (layer.restrict().isEmpty()) return true;
        var local = LocalDateTime.ofInstant(at, layer.zone());
        for (var window : layer.restrict()) {
            for (var back = 0; back < 2; back++) {
                var day = local.toLocalDate().minusDays(back);
                var start = day.atTime(window.from());
                var end = window.to().isAfter(window.from()) ? day.atTime(window.to()) : day.plusDays(1).atTime(window.to());
                if (window.startsOn(day) && !local.isBefore(start) && local.isBefore(end)) return true;
            }
        }
        return false;
    }

    private static long turn(Rotation layer, Instant at) {
        var turn = 0L;
        while (!layer.handOffs().first().plusDays((turn + 1) * layer.handOffs().days()).atZone(layer.zone()).toInstant().isAfter(at)) {
            turn++;
        }
        return turn;
    }

    /** No window opens or closes, and nobody hands over, while clocks change. */
    private static Roster roster(Random random, Instant from, Instant to) {
        var layers = new ArrayList<Rotation>();
        for (var layer = 1 + random.nextInt(3); layer > 0; layer--) {
            var first = LocalDateTime.of(2025, 1 + random.nextInt(12), 1 + random.nextInt(28), 8 + random.nextInt(10), 0);
            var days = List.of(1, 7, 7, 14).get(random.nextInt(4));
            layers.add(new Rotation(
                    ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))), new HandOffs(first, days, Turns.CALENDAR), people(random), windows(random), Bounds.NONE));
        }
        var overrides = new ArrayList<ScheduleOverride>();
        for (var override = random.nextInt(6); override > 0; override--) {
            var begin = from.plus(Duration.ofMinutes(30L * random.nextInt(17_000)));
            overrides.add(new ScheduleOverride(begin, begin.plus(Duration.ofHours(1 + random.nextInt(96))), person(random.nextInt(9))));
        }
        return new Roster(layers, overrides);
    }

    private static List<WeekWindow> windows(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> List.of(WeekWindow.of(WORKDAYS, "17:30", "09:00"), WeekWindow.of(WEEKEND, "09:00", "09:00"));
            case 1 -> List.of(WeekWindow.of(WORKDAYS, "09:00", "17:30"));
            default -> List.of();
        };
    }

    private static List<PersonName> people(Random random) {
        var people = new ArrayList<PersonName>();
        for (var number = 0; number < 3 + random.nextInt(6); number++) {
            people.add(person(number));
        }
        return people;
    }

    private static PersonName person(int number) {
        return new PersonName("p" + number);
    }

    private static long millis(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }
}
