package dev.holdfast.incidents;

import dev.holdfast.quantities.Money;
import dev.holdfast.quantities.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What an incident will cost, and when that will make it another kind of incident (rule 10). */
final class Expectation {

    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Duration HORIZON = Duration.ofDays(366);
    private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal PENNY = new BigDecimal("0.01");
    private static final int NANOS_PER_MICRO = 1000;

    private Expectation() {}

    /** While the incident is open: the loss so far, or one hour after its start, whichever is greater. */
    static Money of(Course course, Instant now) {
        var known = course.knownAt(now);
        return Loss.at(known, now).max(Loss.at(known, ahead(course, now)));
    }

    /**
     * The first instant, to the microsecond, from now on at which the expected loss reaches a threshold if nobody
     * revises anything; empty where it does not within a year.
     */
    static Optional<Instant> reaches(Course course, Money threshold, Instant now) {
        var known = course.knownAt(now);
        return of(course, now).compareTo(threshold) >= 0
                ? Optional.of(now)
                : crossing(known, threshold, now);
    }

    /** The first instant from now on at which what was lost is above a limit, if nobody revises anything. */
    static Optional<Instant> exceeds(Course course, Money limit, Instant now) {
        var known = course.knownAt(now);
        return Loss.at(known, now).compareTo(limit) > 0
                ? Optional.of(now)
                : crossing(known, limit.plus(new Money(PENNY, limit.currency())), now);
    }

    /** The next instant, after now, at which the loss will accrue at another rate: a peak's or a profile's edge. */
    static Optional<Instant> nextEdge(Course course, Instant now) {
        return course.knownAt(now).nextEdge(now);
    }

    /**
     * The largest that an incident was expected to be while it was lived, each instant by what was known then: what a
     * past incident, told afterwards, would have been.
     */
    static LossSize lived(Course course, Thresholds thresholds, Instant end) {
        var revisions = course.revisions().stream().filter(at -> at.isBefore(end)).toList();
        var largest = thresholds.sizeOf(Loss.at(course, end));
        for (int index = 0; index < revisions.size(); index++) {
            var from = revisions.get(index);
            var known = course.knownAt(from);
            var until = index + 1 < revisions.size() ? revisions.get(index + 1) : end;
            var expected = of(course, from).max(Loss.at(known, until));
            largest = larger(largest, thresholds.sizeOf(expected));
        }
        return largest;
    }

    private static Optional<Instant> crossing(Course known, Money threshold, Instant now) {
        var from = now;
        var limit = now.plus(HORIZON);
        var missing = missing(known, threshold, now);
        while (from.isBefore(limit)) {
            var to = known.nextEdge(from).filter(limit::isAfter).orElse(limit);
            var rate = known.perHourAt(from).amount();
            var accruing = rate.multiply(Loss.nanos(Duration.between(from, to)));
            if (accruing.compareTo(missing) >= 0) {
                return Optional.of(upToMicros(after(from, missing.divide(rate, 0, RoundingMode.CEILING))));
            }
            missing = missing.subtract(accruing);
            from = to;
        }
        return Optional.empty();
    }

    /** What the loss now is below the threshold, times the nanoseconds of an hour. Above zero. */
    private static BigDecimal missing(Course known, Money threshold, Instant now) {
        var stated = known.statedBy(now);
        var base = stated.map(Stated::amount).orElse(Money.zero(known.currency()));
        var since = stated.map(Stated::at).orElse(known.startedAt());
        var accrued = now.isAfter(since) ? Loss.accrued(known, new Period(since, now)) : BigDecimal.ZERO;
        return threshold.minus(base).amount().multiply(Loss.NANOS_PER_HOUR).subtract(accrued);
    }

    private static Instant after(Instant from, BigDecimal nanos) {
        var parts = nanos.divideAndRemainder(NANOS_PER_SECOND);
        return from.plusSeconds(parts[0].longValueExact()).plusNanos(parts[1].longValueExact());
    }

    private static Instant upToMicros(Instant instant) {
        var floor = instant.truncatedTo(ChronoUnit.MICROS);
        return floor.equals(instant) ? instant : floor.plusNanos(NANOS_PER_MICRO);
    }

    private static Instant ahead(Course course, Instant now) {
        var hour = course.startedAt().plus(AHEAD);
        return hour.isAfter(now) ? hour : now;
    }

    private static LossSize larger(LossSize one, LossSize two) {
        return one.compareTo(two) >= 0 ? one : two;
    }
}
