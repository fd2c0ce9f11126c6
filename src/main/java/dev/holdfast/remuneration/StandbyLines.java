package dev.holdfast.remuneration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** From pieces to lines: a turn's are rounded together, any other once, and each falls in equal parts on what bears it. */
final class StandbyLines {

    private StandbyLines() {}

    /** What is rounded together, in the order of time: the pieces of a turn, or one that is of nobody's turn. */
    static List<List<Piece>> wholes(List<Piece> pieces) {
        var wholes = new LinkedHashMap<Object, List<Piece>>();
        pieces.forEach(piece -> wholes
                .computeIfAbsent(Objects.requireNonNullElse(piece.as().turn(), piece), unseen -> new ArrayList<>())
                .add(piece));
        wholes.values().forEach(whole -> whole.sort(Comparator.comparing(Piece::from)));
        return List.copyOf(wholes.values());
    }

    /**
     * What is owed at an instant; what is not over then is ahead.
     *
     * @param asked which of the pieces shall be lines: turns are rounded by all of them
     */
    static List<Owed> of(List<List<Piece>> wholes, int digits, Instant now, Predicate<Piece> asked) {
        var owed = new ArrayList<Owed>();
        for (var whole : wholes) {
            var pieces = whole.stream().flatMap(piece -> piece.cutAt(now)).toList();
            var amounts = amounts(pieces, digits);
            for (var index = 0; index < pieces.size(); index++) {
                if (asked.test(pieces.get(index))) split(pieces.get(index), amounts.get(index), now, owed);
            }
        }
        return owed;
    }

    private static List<BigDecimal> amounts(List<Piece> whole, int digits) {
        var exact = whole.stream().map(StandbyLines::exact).toList();
        return whole.getFirst().as().turn() == null
                ? exact.stream().map(amount -> amount.setScale(digits, RoundingMode.HALF_UP)).toList()
                : Parts.of(exact, digits);
    }

    private static BigDecimal exact(Piece piece) {
        return piece.as().pay().over(piece.length());
    }

    private static void split(Piece piece, BigDecimal amount, Instant now, List<Owed> owed) {
        var as = piece.as();
        var shares = as.shares();
        var amounts = Parts.equal(amount, shares.size());
        var hours = Parts.equal(Pay.hours(piece.length()).setScale(Line.HOURS, RoundingMode.HALF_UP), shares.size());
        for (var index = 0; index < shares.size(); index++) {
            var share = shares.get(index);
            var id = Fingerprint.of(as.person(), Line.Kind.STANDBY, as.schedule(), piece.from(), share.bearer().kind(), share.bearer().name());
            owed.add(new Owed(as.person(), as.month(), !piece.from().isBefore(now), new Line(
                    id, Line.Kind.STANDBY, piece.from(), piece.to(), hours.get(index), as.dayClass(), as.pay().rate(), amounts.get(index),
                    as.schedule(), null, share.bearer(), share.budgetLine(), share.holder(), share.covers(), null, null,
                    () -> Reasons.standby(piece, share))));
        }
    }
}
