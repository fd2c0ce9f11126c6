package dev.holdfast.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The turns on which shadows go along, and what is new of them. */
final class Shadowing {

    private Shadowing() {}

    /** By the shifts of a schedule, ascending: the nights of one turn are one shadow turn. */
    static List<ShadowTurn> turns(String schedule, Shadow shadow, List<Shift> shifts) {
        var turns = new ArrayList<ShadowTurn>();
        Shift last = null;
        for (var shift : shifts) {
            var from = shift.from().isAfter(shadow.from()) ? shift.from() : shadow.from();
            var to = shift.to().isBefore(shadow.to()) ? shift.to() : shadow.to();
            if (!shift.person().equals(shadow.with()) || !from.isBefore(to)) continue;
            if (last != null && !shift.isOverride() && last.isSameTurnAs(shift)) {
                turns.add(turns.removeLast().until(to));
            } else {
                turns.add(new ShadowTurn(schedule, shadow.person(), shadow.with(), from, to));
            }
            last = shift;
        }
        return turns;
    }

    /** What is to be written: turns that have begun and are not known, and those under way that end at another time. */
    record News(List<ShadowTurn> begun, List<ShadowTurn> moved) {

        static News of(List<ShadowTurn> now, List<ShadowTurn> known, Instant at) {
            var begun = new ArrayList<ShadowTurn>();
            var moved = new ArrayList<ShadowTurn>();
            for (var turn : now) {
                if (turn.from().isAfter(at)) continue;
                var same = known.stream().filter(turn::isSameAs).findFirst();
                if (same.isEmpty()) begun.add(turn);
                else if (same.get().to().isAfter(at) && !same.get().to().equals(turn.to())) moved.add(turn);
            }
            return new News(begun, moved);
        }
    }
}
