package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether what is hard was spread evenly over the last twelve weeks (rule 7): hours out of hours above one and a half
 * times their median by more than a turn, or nights broken above twice their median by three or more.
 */
final class Unfair {

    static final BigDecimal HOURS_BOUND = new BigDecimal("1.5");
    static final BigDecimal NIGHTS_BOUND = new BigDecimal("2");
    private static final int NIGHTS_APART = 3;
    private static final int ENOUGH_TO_COMPARE = 2;

    private Unfair() {}

    static List<Check> of(Checked checked, Map<PersonName, Integer> brokenNights) {
        if (checked.participants().size() < ENOUGH_TO_COMPARE) return List.of();
        var found = new ArrayList<Check>();
        hours(checked, found);
        nights(checked, brokenNights, found);
        return found;
    }

    private static void hours(Checked checked, List<Check> found) {
        var hours = new TreeMap<PersonName, Duration>();
        checked.participants().forEach(person -> hours.put(person, Duration.ZERO));
        var turns = new HashMap<List<Object>, Duration>();
        for (var shift : checked.shifts()) {
            if (!shift.from().isBefore(checked.now())) continue;
            var length = outOfHours(checked, shift);
            hours.computeIfPresent(shift.person(), (person, before) -> before.plus(length));
            if (shift.turn() != null && shift.layer() != null) turns.merge(List.of(shift.layer(), shift.turn()), length, Duration::plus);
        }
        var turn = turns.values().stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        var most = hours.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        var median = median(hours.values().stream().map(Duration::toMinutes).toList());
        var apart = BigDecimal.valueOf(most.getValue().toMinutes()).subtract(median);
        if (apart.compareTo(BigDecimal.valueOf(turn.toMinutes())) > 0 && exceeds(most.getValue().toMinutes(), median, HOURS_BOUND)) {
            found.add(check(checked, most.getKey(), "%s had %s hours out of hours in 12 weeks, more than %s times the median of %s.".formatted(
                    most.getKey(), most.getValue().toHours(), HOURS_BOUND, median.divide(BigDecimal.valueOf(60), 0, RoundingMode.HALF_UP))));
        }
    }

    private static void nights(Checked checked, Map<PersonName, Integer> broken, List<Check> found) {
        var nights = new TreeMap<PersonName, Integer>();
        checked.participants().forEach(person -> nights.put(person, broken.getOrDefault(person, 0)));
        var most = nights.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        var median = median(nights.values().stream().map(Integer::longValue).toList());
        var apart = BigDecimal.valueOf(most.getValue()).subtract(median);
        if (apart.compareTo(BigDecimal.valueOf(NIGHTS_APART)) >= 0 && exceeds(most.getValue(), median, NIGHTS_BOUND)) {
            found.add(check(checked, most.getKey(), "%s had %s nights broken in 12 weeks, more than %s times the median of %s.".formatted(
                    most.getKey(), most.getValue(), NIGHTS_BOUND, median.stripTrailingZeros().toPlainString())));
        }
    }

    private static Check check(Checked checked, PersonName person, String text) {
        return checked.check(Check.Code.UNFAIR, List.of(person), text, "Give a shift ahead to somebody who had fewer.");
    }

    private static boolean exceeds(long most, BigDecimal median, BigDecimal bound) {
        return BigDecimal.valueOf(most).compareTo(median.multiply(bound)) > 0;
    }

    private static BigDecimal median(Collection<Long> values) {
        var sorted = values.stream().sorted().toList();
        var middle = BigDecimal.valueOf(sorted.get((sorted.size() - 1) / 2)).add(BigDecimal.valueOf(sorted.get(sorted.size() / 2)));
        return middle.divide(BigDecimal.valueOf(2));
    }

    private static Duration outOfHours(Checked checked, Shift shift) {
        var end = shift.to().isAfter(checked.now()) ? checked.now() : shift.to();
        var sum = Duration.ZERO;
        for (Instant from = shift.from(); from.isBefore(end); ) {
            var edge = checked.calendar().nextEdge(from);
            var to = edge.isBefore(end) ? edge : end;
            if (!checked.calendar().isWorking(from)) sum = sum.plus(Duration.between(from, to));
            from = to;
        }
        return sum;
    }
}
