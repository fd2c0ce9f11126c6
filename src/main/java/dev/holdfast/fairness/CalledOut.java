package dev.holdfast.fairness;

import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a person was called out: from being called, or beginning to work in an incident, to the end of that work. What is
 * less than half an hour apart is one callout. Of one piece of work no more than eight hours count: an incident that stays
 * open through the days keeps nobody at work.
 */
final class CalledOut {

    private static final Duration APART = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(8);

    private CalledOut() {}

    static Period work(Instant from, @Nullable Instant to, Instant now) {
        var end = to == null || to.isAfter(now) ? now : to;
        var longest = from.plus(LONGEST);
        return new Period(from, end.isAfter(longest) ? longest : end.isBefore(from) ? from : end);
    }

    static Period call(Instant at) {
        return new Period(at, at);
    }

    static List<Period> joined(List<Period> callsAndWork) {
        var joined = new ArrayList<Period>();
        for (var next : callsAndWork.stream().sorted(Comparator.comparing(Period::from)).toList()) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || next.from().isAfter(end(last).plus(APART))) {
                joined.add(next);
            } else if (end(next).isAfter(end(last))) {
                joined.set(joined.size() - 1, new Period(last.from(), end(next)));
            }
        }
        return joined;
    }

    static Instant end(Period period) {
        return Objects.requireNonNull(period.to());
    }
}
