package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose shifts a change moves: empty exactly where the same people are on call at the same instants. A shift that only
 * gets other hours is one move; one that is cut in two loses what lies between; one that goes to a time nearby is one move
 * as well, and not one that is gone and another that is new.
 */
public final class Moves {

    private static final Comparator<Move> IN_ORDER = Comparator.comparing(Move::begins).thenComparing(Move::person);

    private Moves() {}

    /** Both ascend and do not overlap, as schedules answer them. */
    public static List<Move> between(List<Shift> before, List<Shift> after) {
        return Stream.concat(before.stream(), after.stream())
                .map(Shift::person)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .flatMap(person -> of(person, times(person, before), times(person, after)).stream())
                .sorted(IN_ORDER)
                .toList();
    }

    private static List<Move> of(PersonName person, List<Period> before, List<Period> after) {
        var was = joined(without(before, after));
        var becomes = joined(without(after, before));
        var moves = new ArrayList<Move>();
        var gone = new ArrayList<Period>();
        var fresh = new ArrayList<Period>();
        for (var together : Overlaps.of(without(was, becomes), without(becomes, was))) {
            if (together.was().size() == 1 && together.becomes().size() == 1) {
                moves.add(new Move(person, together.was().getFirst(), together.becomes().getFirst()));
            } else {
                gone.addAll(Overlaps.less(together.was(), together.becomes()));
                fresh.addAll(Overlaps.less(together.becomes(), together.was()));
            }
        }
        moves.addAll(nearby(person, gone, fresh));
        return moves;
    }

    /** What is gone goes to the next that is new, unless more lies between them than the longer of both lasts. */
    private static List<Move> nearby(PersonName person, List<Period> gone, List<Period> fresh) {
        var moves = new ArrayList<Move>();
        var left = new ArrayList<>(fresh);
        for (var was : gone) {
            var near = left.stream().filter(becomes -> isNear(was, becomes)).findFirst();
            near.ifPresent(left::remove);
            moves.add(new Move(person, was, near.orElse(null)));
        }
        left.forEach(becomes -> moves.add(new Move(person, null, becomes)));
        return moves;
    }

    private static boolean isNear(Period one, Period other) {
        var apart = one.from().isBefore(other.from()) ? Duration.between(end(one), other.from()) : Duration.between(end(other), one.from());
        var longer = one.length().compareTo(other.length()) < 0 ? other.length() : one.length();
        return apart.compareTo(longer) < 0;
    }

    private static List<Period> times(PersonName person, List<Shift> shifts) {
        return shifts.stream().filter(shift -> shift.person().equals(person)).map(shift -> new Period(shift.from(), shift.to())).toList();
    }

    private static List<Period> without(List<Period> some, List<Period> others) {
        var left = new LinkedHashSet<>(some);
        others.forEach(left::remove);
        return List.copyOf(left);
    }

    /** Neighbours are one: where a turn ends and the next one of the same person begins, nobody notices anything. */
    static List<Period> joined(List<Period> periods) {
        var joined = new ArrayList<Period>(periods.size());
        for (var period : periods) {
            if (!joined.isEmpty() && period.from().equals(end(joined.getLast()))) {
                joined.add(new Period(joined.removeLast().from(), period.to()));
            } else {
                joined.add(period);
            }
        }
        return joined;
    }

    private static Instant end(Period period) {
        return period.from().plus(period.length());
    }
}
