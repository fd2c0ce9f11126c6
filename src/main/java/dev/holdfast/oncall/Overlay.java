package dev.holdfast.oncall;

import java.util.ArrayList;
import java.util.List;

/** Lays shifts over shifts: where those above cover, those below give way. Both ascend and do not overlap. */
final class Overlay {

    private Overlay() {}

    static List<Shift> over(List<Shift> below, List<Shift> above) {
        if (above.isEmpty()) {
            return below;
        }
        var result = new ArrayList<Shift>(below.size() + above.size());
        var next = 0;
        for (var shift : below) {
            next = passed(above, next, shift, result);
            next = cut(shift, above, next, result);
        }
        result.addAll(above.subList(next, above.size()));
        return result;
    }

    /** Neighbours of the same person and the same turn are one. */
    static List<Shift> joined(List<Shift> shifts) {
        var joined = new ArrayList<Shift>(shifts.size());
        for (var shift : shifts) {
            if (!joined.isEmpty() && joined.getLast().goesOnIn(shift)) {
                var last = joined.removeLast();
                joined.add(last.between(last.from(), shift.to()));
            } else {
                joined.add(shift);
            }
        }
        return joined;
    }

    /** Those above that end before the shift begins come first. */
    private static int passed(List<Shift> above, int next, Shift shift, List<Shift> result) {
        while (next < above.size() && !above.get(next).to().isAfter(shift.from())) {
            result.add(above.get(next));
            next++;
        }
        return next;
    }

    private static int cut(Shift shift, List<Shift> above, int next, List<Shift> result) {
        var from = shift.from();
        while (next < above.size() && above.get(next).from().isBefore(shift.to())) {
            var over = above.get(next);
            if (from.isBefore(over.from())) {
                result.add(shift.between(from, over.from()));
            }
            from = over.to();
            if (over.to().isAfter(shift.to())) {
                return next;
            }
            result.add(over);
            next++;
        }
        if (from.isBefore(shift.to())) {
            result.add(shift.between(from, shift.to()));
        }
        return next;
    }
}
