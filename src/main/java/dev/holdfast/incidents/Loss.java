package dev.holdfast.incidents;

import dev.holdfast.quantities.Money;
import dev.holdfast.quantities.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;

/** What an incident has cost: the integral of impact and loss rate, from what was stated last (rule 10). */
final class Loss {

    static final BigDecimal NANOS_PER_HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toNanos());

    private Loss() {}

    /** The loss from the start of impact to an instant. */
    static Money at(Course course, Instant instant) {
        var stated = course.statedBy(instant);
        var from = stated.map(Stated::at).orElse(course.startedAt());
        var base = stated.map(Stated::amount).orElse(Money.zero(course.currency()));
        if (!instant.isAfter(from)) {
            return base;
        }
        var accrued = accrued(course, new Period(from, instant));
        return base.plus(new Money(accrued.divide(NANOS_PER_HOUR, MathContext.DECIMAL128), course.currency()));
    }

    /** What accrues in a period, times the nanoseconds of an hour: so that it is exact, however it is split. */
    static BigDecimal accrued(Course course, Period period) {
        return course.affected().stream()
                .flatMap(service -> service.losing(period))
                .map(part -> part.perHour().amount().multiply(nanos(part.period().length())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal nanos(Duration time) {
        return BigDecimal.valueOf(time.getSeconds())
                .movePointRight(9)
                .add(BigDecimal.valueOf(time.getNano()));
    }
}
