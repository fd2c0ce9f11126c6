package dev.holdfast.incidents;

import dev.holdfast.quantities.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a service may still be unavailable: a week's tolerable unavailability less that of the last 168 hours. */
final class Tolerance {

    private static final Duration WEEK = Duration.ofHours(168);

    private Tolerance() {}

    /** Not below zero. Where outages overlap, the largest share counts. */
    static Duration left(Duration perWeek, List<Outage> outages, Instant now) {
        var used = used(outages, new Period(now.minus(WEEK), now));
        var left = Loss.nanos(perWeek).subtract(used).max(BigDecimal.ZERO);
        return Duration.ofNanos(left.setScale(0, RoundingMode.FLOOR).longValueExact());
    }

    /** When nothing will be left, if what is unavailable now stays so; empty where the week never runs out. */
    static Optional<Instant> exhaustedAt(Duration perWeek, List<Outage> outages, Instant now) {
        var from = now;
        var limit = now.plus(WEEK);
        while (left(perWeek, outages, from).isPositive()) {
            if (!from.isBefore(limit)) {
                return Optional.empty();
            }
            var to = nextEdge(outages, from).filter(limit::isAfter).orElse(limit);
            if (left(perWeek, outages, to).isZero()) {
                return Optional.of(from.plus(untilZero(perWeek, outages, from)));
            }
            from = to;
        }
        return Optional.of(from);
    }

    private static BigDecimal used(List<Outage> outages, Period window) {
        var used = BigDecimal.ZERO;
        var from = window.from();
        var end = window.to();
        while (end != null && from.isBefore(end)) {
            var to = edges(outages).filter(after(from)).filter(end::isAfter).min(Instant::compareTo).orElse(end);
            used = used.add(shareAt(outages, from).multiply(Loss.nanos(Duration.between(from, to))));
            from = to;
        }
        return used;
    }

    private static Duration untilZero(Duration perWeek, List<Outage> outages, Instant from) {
        var slope = shareAt(outages, from).subtract(shareAt(outages, from.minus(WEEK)));
        var left = Loss.nanos(perWeek).subtract(used(outages, new Period(from.minus(WEEK), from)));
        return Duration.ofNanos(left.divide(slope, 0, RoundingMode.CEILING).longValueExact());
    }

    /** The next instant at which an outage begins, ends, or leaves the window. */
    private static Optional<Instant> nextEdge(List<Outage> outages, Instant from) {
        return Stream.concat(edges(outages), edges(outages).map(edge -> edge.plus(WEEK)))
                .filter(after(from))
                .min(Instant::compareTo);
    }

    private static Predicate<Instant> after(Instant from) {
        return edge -> edge.isAfter(from);
    }

    private static Stream<Instant> edges(List<Outage> outages) {
        return outages.stream()
                .map(Outage::period)
                .flatMap(period -> Stream.concat(Stream.of(period.from()), Stream.ofNullable(period.to())));
    }

    private static BigDecimal shareAt(List<Outage> outages, Instant instant) {
        return outages.stream()
                .filter(outage -> outage.period().contains(instant))
                .map(Outage::share)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }
}
