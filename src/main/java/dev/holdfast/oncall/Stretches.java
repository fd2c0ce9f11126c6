package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The stretches of time in which one person is on call within a window, written as {@code from/to from/to}. */
record Stretches(List<Period> periods) {

    Stretches {
        periods = List.copyOf(periods);
    }

    /** Of the shifts within a window; neighbours are one. */
    static Stretches of(PersonName person, List<Shift> shifts) {
        return new Stretches(Moves.joined(shifts.stream()
                .filter(shift -> shift.person().equals(person))
                .map(shift -> new Period(shift.from(), shift.to()))
                .toList()));
    }

    static Stretches read(String text) {
        return new Stretches(Arrays.stream(text.split(" "))
                .map(each -> each.split("/"))
                .map(each -> new Period(Instant.parse(each[0]), Instant.parse(each[1])))
                .toList());
    }

    String written() {
        return periods.stream().map(each -> each.from() + "/" + each.to()).collect(Collectors.joining(" "));
    }

    boolean isEmpty() {
        return periods.isEmpty();
    }
}
