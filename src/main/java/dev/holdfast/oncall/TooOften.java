package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who is on call for more than one week in three of any twelve that begin a whole number of weeks before now (rule 7).
 * The shifts are added up by weeks once, and every window is a sum of its weeks. Windows count from when anybody was on
 * call; and where turns do not come out even in one, two thirds of a turn are nobody's fault, so that an even rotation of
 * three never counts as too often.
 */
final class TooOften {

    private static final int WINDOW = 12;
    private static final Duration A_WEEK = Duration.ofDays(7);

    /** One week in three; what a change of the clocks adds is no more than that. */
    private static final BigDecimal ONE_IN_THREE = new BigDecimal("0.34");

    private TooOften() {}

    /** For each such person the latest of those windows. */
    static List<Check> of(Checked checked) {
        var first = checked.now().minus(Checked.TWELVE_WEEKS);
        var all = new long[2 * WINDOW];
        var weeks = weeks(checked.shifts(), first);
        weeks.values().forEach(its -> Arrays.setAll(all, week -> all[week] + its[week]));
        var begins = begins(checked);
        var earliest = Math.min(WINDOW, weeksUntil(first, begins));
        var slack = comesOutEven(checked, first, earliest, begins) ? 0 : slack(checked.shifts());
        var found = new ArrayList<Check>();
        weeks.forEach((person, its) -> {
            for (var week = WINDOW; week >= earliest; week--) {
                var share = share(its, all, week, 0);
                if (share(its, all, week, slack).compareTo(ONE_IN_THREE) > 0) {
                    found.add(check(checked, person, share, first.plus(A_WEEK.multipliedBy(week))));
                    return;
                }
            }
        });
        return found;
    }

    /** How long each person is on call in each of twice twelve weeks, in nanoseconds. */
    private static Map<PersonName, long[]> weeks(List<Shift> shifts, Instant first) {
        var weeks = new TreeMap<PersonName, long[]>();
        for (var shift : shifts) {
            var its = weeks.computeIfAbsent(shift.person(), unseen -> new long[2 * WINDOW]);
            var from = Duration.between(first, shift.from());
            var end = Duration.between(first, shift.to());
            while (from.compareTo(end) < 0) {
                var week = (int) from.dividedBy(A_WEEK);
                var next = A_WEEK.multipliedBy(week + 1);
                var to = next.compareTo(end) < 0 ? next : end;
                its[week] += to.minus(from).toNanos();
                from = to;
            }
        }
        return weeks;
    }

    private static Instant begins(Checked checked) {
        var layers = checked.schedule().timeline().versions().stream().flatMap(version -> version.roster().layers().stream().map(Rotation::begins));
        return Stream.concat(layers, checked.shifts().stream().limit(1).map(Shift::from)).min(Comparator.naturalOrder()).orElse(checked.now());
    }

    private static int weeksUntil(Instant first, Instant begins) {
        if (!begins.isAfter(first)) return 0;
        var since = Duration.between(first, begins);
        var weeks = (int) since.dividedBy(A_WEEK);
        return since.equals(A_WEEK.multipliedBy(weeks)) ? weeks : weeks + 1;
    }

    /** Whether everybody has as many turns as the others in each window that is looked at. */
    private static boolean comesOutEven(Checked checked, Instant first, int earliest, Instant begins) {
        return !begins.isAfter(first.plus(A_WEEK.multipliedBy(earliest)))
                && checked.schedule().schedule().roster().layers().stream()
                        .allMatch(layer -> Checked.TWELVE_WEEKS.toDays() % ((long) layer.handOffs().days() * Math.max(1, layer.people().size())) == 0);
    }

    /** By how much an even rotation of three may be above a third: two thirds of its longest turn. */
    private static long slack(List<Shift> shifts) {
        var turns = new HashMap<List<Object>, Long>();
        for (var shift : shifts) {
            if (shift.turn() != null && shift.layer() != null) {
                turns.merge(List.of(shift.layer(), shift.turn()), Duration.between(shift.from(), shift.to()).toNanos(), Long::sum);
            }
        }
        return turns.values().stream().max(Comparator.naturalOrder()).orElse(0L) * 2 / 3;
    }

    private static BigDecimal share(long[] its, long[] all, int from, long slack) {
        var whole = sum(all, from);
        return whole == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(sum(its, from) - slack).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }

    private static long sum(long[] weeks, int from) {
        return Arrays.stream(weeks, from, from + WINDOW).sum();
    }

    private static Check check(Checked checked, PersonName person, BigDecimal share, Instant from) {
        var percent = share.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        return checked.check(
                Check.Code.TOO_OFTEN,
                List.of(person),
                from,
                from.plus(Checked.TWELVE_WEEKS),
                "%s is on call for %s percent of 12 weeks: more than one week in three.".formatted(person, percent),
                "Let more people take turns.");
    }
}
