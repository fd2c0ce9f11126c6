package dev.holdfast.changes;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the last changes of a service show. Of few changes little is known: {@code upTo} is the failure rate that they leave
 * possible, with 95 % confidence.
 *
 * @param failureRate a ratio; null where there were no changes
 * @param medianRecovery from the end of a change that failed to the end of the next that did not
 */
public record Earned(int changes, int failed, @Nullable BigDecimal failureRate, @Nullable BigDecimal upTo, @Nullable Duration medianRecovery) {

    private static final int DIGITS = 4;
    private static final double ALPHA = 0.05;
    private static final int STEPS = 60;

    static Earned of(List<Change> closed) {
        var failed = (int) closed.stream().filter(Earned::failed).count();
        if (closed.isEmpty()) return new Earned(0, 0, null, null, null);
        var rate = BigDecimal.valueOf(failed).divide(BigDecimal.valueOf(closed.size()), MathContext.DECIMAL64).setScale(DIGITS, RoundingMode.HALF_UP);
        return new Earned(closed.size(), failed, rate, upTo(failed, closed.size()), medianRecovery(closed));
    }

    /** The highest rate of which so few failures are not yet a surprise (Clopper and Pearson, one side). */
    static BigDecimal upTo(int failed, int all) {
        var low = 0.0;
        var high = 1.0;
        for (var step = 0; failed < all && step < STEPS; step++) {
            var middle = (low + high) / 2;
            if (atMost(failed, all, middle) > ALPHA) low = middle;
            else high = middle;
        }
        return BigDecimal.valueOf(high).setScale(DIGITS, RoundingMode.HALF_UP);
    }

    /** How likely at most so many of all fail where each fails at that rate. */
    private static double atMost(int failed, int all, double rate) {
        var term = Math.pow(1 - rate, all);
        var sum = term;
        for (var count = 1; count <= failed; count++) {
            term *= (double) (all - count + 1) / count * rate / (1 - rate);
            sum += term;
        }
        return sum;
    }

    private static @Nullable Duration medianRecovery(List<Change> closed) {
        var ascending = closed.stream().filter(change -> change.closedAt() != null).sorted(Comparator.comparing(Change::closedAt)).toList();
        var recoveries = new ArrayList<Duration>();
        for (var index = 0; index < ascending.size(); index++) {
            var change = ascending.get(index);
            if (!failed(change)) continue;
            ascending.subList(index + 1, ascending.size()).stream()
                    .filter(next -> !failed(next))
                    .findFirst()
                    .ifPresent(next -> recoveries.add(Duration.between(change.closedAt(), next.closedAt())));
        }
        if (recoveries.isEmpty()) return null;
        recoveries.sort(Comparator.naturalOrder());
        var middle = recoveries.size() / 2;
        return recoveries.size() % 2 == 1 ? recoveries.get(middle) : recoveries.get(middle - 1).plus(recoveries.get(middle)).dividedBy(2);
    }

    private static boolean failed(Change change) {
        return change.outcome() != null && change.outcome().failed();
    }
}
