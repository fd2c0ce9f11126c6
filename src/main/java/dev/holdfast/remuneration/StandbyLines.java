package dev.holdfast.remuneration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** From pieces to lines: a turn's are rounded together, any other once, and each falls in equal parts on what bears it. */
final class StandbyLines {

    private StandbyLines() {}

    /** @param asked which of the pieces shall be lines: turns are rounded by all of them */
    static List<Owed> of(List<Piece> pieces, int digits, Predicate<Piece> asked) {
        var amounts = amounts(pieces, digits);
        var owed = new ArrayList<Owed>(pieces.size());
        pieces.stream().filter(asked).forEach(piece -> split(piece, Objects.requireNonNull(amounts.get(piece)), owed));
        return owed;
    }

    private static Map<Piece, BigDecimal> amounts(List<Piece> pieces, int digits) {
        var amounts = new IdentityHashMap<Piece, BigDecimal>();
        Overlaps.byTurn(pieces).values().forEach(turn -> {
            var ordered = turn.stream().sorted(Comparator.comparing(Piece::from)).toList();
            var rounded = Parts.of(ordered.stream().map(StandbyLines::exact).toList(), digits);
            for (var index = 0; index < ordered.size(); index++) {
                amounts.put(ordered.get(index), rounded.get(index));
            }
        });
        pieces.forEach(piece -> amounts.computeIfAbsent(piece, it -> exact(it).setScale(digits, RoundingMode.HALF_UP)));
        return amounts;
    }

    private static BigDecimal exact(Piece piece) {
        return piece.as().pay().over(piece.length());
    }

    private static void split(Piece piece, BigDecimal amount, List<Owed> owed) {
        var as = piece.as();
        var shares = as.shares();
        var amounts = Parts.equal(amount, shares.size());
        var hours = Parts.equal(Pay.hours(piece.length()).setScale(Line.HOURS, RoundingMode.HALF_UP), shares.size());
        for (var index = 0; index < shares.size(); index++) {
            var share = shares.get(index);
            var id = Fingerprint.of(as.person(), Line.Kind.STANDBY, as.schedule(), piece.from(), share.bearer().kind(), share.bearer().name());
            owed.add(new Owed(as.person(), as.month(), as.ahead(), new Line(
                    id, Line.Kind.STANDBY, piece.from(), piece.to(), hours.get(index), as.dayClass(), as.pay().rate(), amounts.get(index),
                    as.schedule(), null, share.bearer(), share.budgetLine(), share.holder(), share.covers(), null, null,
                    () -> Reasons.standby(piece, share))));
        }
    }
}
