package dev.holdfast.oncall;

import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Two rows of periods, each ascending without overlaps of its own: which of them lie over which, and what is left of one. */
final class Overlaps {

    private Overlaps() {}

    /** Periods that hang together by lying over each other. */
    record Group(List<Period> was, List<Period> becomes) {}

    static List<Group> of(List<Period> was, List<Period> becomes) {
        var groups = new ArrayList<Group>();
        var one = 0;
        var other = 0;
        while (one < was.size() || other < becomes.size()) {
            var group = new Group(new ArrayList<>(), new ArrayList<>());
            var until = first(was, one, becomes, other);
            for (var grown = true; grown; ) {
                grown = false;
                for (; one < was.size() && reaches(was.get(one), until); one++, grown = true) {
                    group.was().add(was.get(one));
                    until = later(until, end(was.get(one)));
                }
                for (; other < becomes.size() && reaches(becomes.get(other), until); other++, grown = true) {
                    group.becomes().add(becomes.get(other));
                    until = later(until, end(becomes.get(other)));
                }
            }
            groups.add(group);
        }
        return groups;
    }

    /** What of some is not in others. */
    static List<Period> less(List<Period> some, List<Period> others) {
        var left = new ArrayList<Period>();
        for (var period : some) {
            var from = period.from();
            for (var other : others) {
                if (from.isBefore(other.from()) && other.from().isBefore(end(period))) left.add(new Period(from, other.from()));
                if (end(other).isAfter(from) && other.from().isBefore(end(period))) from = end(other);
            }
            if (from.isBefore(end(period))) left.add(new Period(from, period.to()));
        }
        return left;
    }

    /** An instant just within the next of both. */
    private static Instant first(List<Period> was, int one, List<Period> becomes, int other) {
        if (one == was.size()) return becomes.get(other).from().plusNanos(1);
        if (other == becomes.size()) return was.get(one).from().plusNanos(1);
        return earlier(was.get(one).from(), becomes.get(other).from()).plusNanos(1);
    }

    private static boolean reaches(Period period, Instant until) {
        return period.from().isBefore(until);
    }

    private static Instant end(Period period) {
        return period.from().plus(period.length());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
