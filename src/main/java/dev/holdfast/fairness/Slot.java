package dev.holdfast.fairness;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.oncall.Served;
import dev.holdfast.oncall.Shift;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A turn ahead that may change hands: its parts, and how much of them is out of hours. */
record Slot(String schedule, PersonName person, List<Period> parts, Duration outOfHours) {

    Instant from() {
        return parts.getFirst().from();
    }

    Instant to() {
        return CalledOut.end(parts.getLast());
    }

    Slot of(PersonName other) {
        return new Slot(schedule, other, parts, outOfHours);
    }

    /** The whole turns of a schedule that begin after an instant, and end before the shifts do that are known of. */
    static List<Slot> of(Served served, Instant after, Instant end) {
        return served.shifts().stream()
                .filter(shift -> shift.turn() != null && shift.layer() != null)
                .collect(Collectors.groupingBy(shift -> List.of(shift.layer(), shift.turn(), shift.person())))
                .values().stream()
                .filter(shifts -> shifts.getFirst().from().isAfter(after) && shifts.getLast().to().isBefore(end))
                .map(shifts -> slot(served, shifts))
                .toList();
    }

    private static Slot slot(Served served, List<Shift> shifts) {
        var parts = shifts.stream().map(shift -> new Period(shift.from(), shift.to())).toList();
        var hard = parts.stream().flatMap(part -> Tally.outOfHours(part, served.calendar()).stream()).toList();
        return new Slot(served.schedule(), shifts.getFirst().person(), parts, Tally.length(hard));
    }
}
