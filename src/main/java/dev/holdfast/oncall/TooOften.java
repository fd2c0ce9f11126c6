package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who is on call for more than one week in three of any twelve that begin a whole number of weeks before now (rule 7).
 * The shifts are added up by weeks once, and every window is a sum of its weeks.
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
        var found = new ArrayList<Check>();
        weeks.forEach((person, its) -> {
            for (var week = WINDOW; week >= 0; week--) {
                var share = share(its, all, week);
                if (share.compareTo(ONE_IN_THREE) > 0) {
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

    private static BigDecimal share(long[] its, long[] all, int from) {
        var whole = sum(all, from);
        return whole == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(sum(its, from)).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
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
