package dev.holdfast.remuneration;

import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is owed for a time, whatever instant it is: until the next piece of standby begins or ends only the turns that are under way
 * depend on how much of them is over.
 *
 * @param still all that is owed but by those turns
 * @param underWay the pieces of each of those turns, or one that is of nobody's turn
 * @param stands when exactly these are under way
 * @param asked which pieces shall be lines
 */
record Course(Reckoning.Result still, List<List<Piece>> underWay, Period stands, int digits, Predicate<Piece> asked) {

    /** @param worked what is owed for callouts, which are over */
    static Course of(List<Piece> pieces, Reckoning.Result worked, int digits, Instant now, Predicate<Piece> asked) {
        var wholes = StandbyLines.wholes(pieces).stream().filter(whole -> whole.stream().anyMatch(asked)).toList();
        var goingOn = wholes.stream().collect(Collectors.partitioningBy(whole -> whole.stream().anyMatch(piece -> piece.goesOnAt(now))));
        var owed = new ArrayList<>(StandbyLines.of(goingOn.getOrDefault(false, List.of()), digits, now, asked));
        owed.addAll(worked.owed());
        return new Course(
                new Reckoning.Result(owed, worked.unpaid()), goingOn.getOrDefault(true, List.of()), around(wholes, now), digits, asked);
    }

    private static Period around(List<List<Piece>> wholes, Instant now) {
        var edges = new TreeSet<Instant>();
        wholes.forEach(whole -> whole.forEach(piece -> edges.addAll(List.of(piece.from(), piece.to()))));
        var before = edges.floor(now);
        return new Period(before == null ? Instant.MIN : before, edges.higher(now));
    }

    /** As it stands at an instant. */
    Reckoning.Result at(Instant now) {
        var owed = new ArrayList<>(still.owed());
        owed.addAll(owedUnderWay(now));
        return new Reckoning.Result(owed, still.unpaid());
    }

    /** By the turns that are under way alone. */
    List<Owed> owedUnderWay(Instant now) {
        return StandbyLines.of(underWay, digits, now, asked);
    }

    /** Those turns alone, for who keeps the rest in another form. */
    Course withoutStill() {
        return new Course(new Reckoning.Result(List.of(), List.of()), underWay, stands, digits, asked);
    }
}
