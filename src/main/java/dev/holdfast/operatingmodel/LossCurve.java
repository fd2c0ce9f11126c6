package dev.holdfast.operatingmodel;

import dev.holdfast.quantities.Money;
import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a service loses an hour, through all time: the effective exposure times the profile, exact over peaks, profile
 * windows and every revision of the service. Nothing is lost by a service that was unassessed.
 */
public record LossCurve(Currency currency, List<Piece> pieces) {

    /** What was said of a service while one version of it was in force, in the zone of its clock. */
    public record Piece(Period inForce, Assessment assessment, ZoneId zone) {}

    /** A stretch of time in which the rate does not change. */
    public record Segment(Period period, Money perHour) {}

    public LossCurve {
        pieces = List.copyOf(pieces);
    }

    /** The curve of a service that is and was always assessed so. */
    public static LossCurve always(Currency currency, Assessment assessment, ZoneId zone) {
        return new LossCurve(currency, List.of(new Piece(new Period(Instant.MIN, null), assessment, zone)));
    }

    public Money rateAt(Instant instant) {
        return pieceAt(instant)
                .flatMap(piece -> rate(piece, instant))
                .orElseGet(() -> Money.zero(currency));
    }

    /** Whether the service was assessed then, so that a loss can be reckoned at all. */
    public boolean isAssessedAt(Instant instant) {
        return pieceAt(instant).filter(piece -> piece.assessment().isComplete()).isPresent();
    }

    /** The next instant after this one at which the rate may change. */
    public Optional<Instant> nextEdge(Instant after) {
        var current = pieceAt(after).stream();
        return Stream.concat(
                        pieces.stream().flatMap(piece -> Edges.of(piece.inForce())),
                        current.flatMap(piece -> edges(piece, after)))
                .filter(edge -> edge.isAfter(after))
                .min(Instant::compareTo);
    }

    /** The period, which has an end, in stretches of one rate each. */
    public List<Segment> segments(Period period) {
        var segments = new ArrayList<Segment>();
        var end = period.from().plus(period.length());
        var from = period.from();
        while (from.isBefore(end)) {
            var to = nextEdge(from).filter(end::isAfter).orElse(end);
            append(segments, new Segment(new Period(from, to), rateAt(from)));
            from = to;
        }
        return List.copyOf(segments);
    }

    private static void append(List<Segment> segments, Segment next) {
        if (!segments.isEmpty() && segments.getLast().perHour().compareTo(next.perHour()) == 0) {
            var last = segments.removeLast();
            segments.add(new Segment(new Period(last.period().from(), next.period().to()), last.perHour()));
        } else {
            segments.add(next);
        }
    }

    private Optional<Piece> pieceAt(Instant instant) {
        return pieces.stream().filter(piece -> piece.inForce().contains(instant)).findFirst();
    }

    private Optional<Money> rate(Piece piece, Instant instant) {
        var assessment = piece.assessment();
        if (!assessment.isComplete()) {
            return Optional.empty();
        }
        return assessment
                .effectiveAt(instant)
                .map(exposure -> exposure.perHour(currency)
                        .times(ProfileShare.at(assessment.profile(), instant, piece.zone())));
    }

    private static Stream<Instant> edges(Piece piece, Instant after) {
        return Stream.concat(
                piece.assessment().peaks().stream().flatMap(peak -> Edges.of(peak.during())),
                piece.assessment().profile().stream()
                        .flatMap(part -> part.nextEdge(after, piece.zone()).stream()));
    }
}
