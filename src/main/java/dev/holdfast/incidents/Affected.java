package dev.holdfast.incidents;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.LossCurve;
import dev.holdfast.operatingmodel.LossCurve.Segment;
import dev.holdfast.quantities.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A service that loses money in an incident: its rate, and how much of it is lost from when. */
public record Affected(ServiceName service, LossCurve rate, List<Impact> impacts) {

    public Affected {
        impacts = impacts.stream().sorted(Comparator.comparing(Impact::at)).toList();
    }

    /** The share lost at an instant: the latest revision's, nothing before the first. */
    BigDecimal impactAt(Instant instant) {
        return impacts.reversed().stream()
                .filter(impact -> !impact.at().isAfter(instant))
                .findFirst()
                .map(Impact::share)
                .orElse(BigDecimal.ZERO);
    }

    /** What is being lost an hour at an instant. */
    BigDecimal perHourAt(Instant instant) {
        return rate.rateAt(instant).amount().multiply(impactAt(instant));
    }

    /** What of the rate's stretches falls before the first revision, between two, or after the last. */
    Stream<Segment> losing(Period period) {
        return rate.segments(period).stream().flatMap(this::splitAtRevisions);
    }

    Optional<Instant> nextEdge(Instant after) {
        return Stream.concat(rate.nextEdge(after).stream(), impacts.stream().map(Impact::at))
                .filter(edge -> edge.isAfter(after))
                .min(Instant::compareTo);
    }

    /** This service as it was known at an instant, before later revisions. */
    Affected knownAt(Instant instant) {
        return new Affected(
                service,
                rate,
                impacts.stream().filter(impact -> !impact.at().isAfter(instant)).toList());
    }

    private Stream<Segment> splitAtRevisions(Segment segment) {
        var bounds = Stream.concat(Stream.of(segment.period().from()), impacts.stream().map(Impact::at))
                .filter(segment.period()::contains)
                .distinct()
                .sorted()
                .toList();
        return Stream.iterate(0, index -> index < bounds.size(), index -> index + 1).map(index -> {
            var end = index + 1 < bounds.size() ? bounds.get(index + 1) : segment.period().to();
            var from = bounds.get(index);
            return new Segment(new Period(from, end), segment.perHour().times(impactAt(from)));
        });
    }
}
