package dev.holdfast.handover;

import dev.holdfast.oncall.Shift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds the changeovers between shifts; somebody who comes back after a gap took over from nobody. */
final class Changeovers {

    private Changeovers() {}

    /** The shifts ascend; who was on call before the first is not known. */
    static List<Changeover> of(String schedule, List<Shift> shifts) {
        var found = new ArrayList<Changeover>();
        var since = shifts.isEmpty() ? Instant.EPOCH : shifts.getFirst().from();
        for (var index = 1; index < shifts.size(); index++) {
            var before = shifts.get(index - 1);
            var shift = shifts.get(index);
            if (!before.person().equals(shift.person())) {
                found.add(new Changeover(schedule, before.person(), shift.person(), shift.from(), since));
                since = shift.from();
            }
        }
        return found;
    }
}
