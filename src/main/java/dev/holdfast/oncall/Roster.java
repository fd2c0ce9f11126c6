package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ordered layers of rotations with overrides above them, those made last at the end. The last one that covers wins. */
record Roster(List<Rotation> layers, List<ScheduleOverride> overrides) {

    Roster {
        layers = List.copyOf(layers);
        overrides = List.copyOf(overrides);
    }

    Roster withOverrides(List<ScheduleOverride> made) {
        return made.isEmpty() ? this : new Roster(layers, Stream.concat(overrides.stream(), made.stream()).toList());
    }

    /** Everybody who takes turns in a layer that has not ended by then. */
    Set<PersonName> participants(Instant at) {
        return layers.stream()
                .filter(rotation -> !rotation.hasEndedBy(at))
                .flatMap(rotation -> rotation.people().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same with those whom overrides name. */
    Set<PersonName> everybody(Instant at) {
        var everybody = participants(at);
        overrides.stream().filter(override -> override.to().isAfter(at)).map(ScheduleOverride::person).forEach(everybody::add);
        return everybody;
    }

    boolean names(PersonName person) {
        return layers.stream().anyMatch(rotation -> rotation.people().contains(person))
                || overrides.stream().anyMatch(override -> override.person().equals(person));
    }

    OnCall at(Instant at) {
        if (overrides.stream().anyMatch(override -> override.contains(at))) {
            return one(Overlay.joined(overridden(Instant.MIN, Instant.MAX)), at);
        }
        for (var layer = layers.size() - 1; layer >= 0; layer--) {
            var rotation = layers.get(layer);
            if (LayerShifts.covers(rotation, at)) {
                var turn = rotation.turnAt(at);
                return one(shifts(rotation.handOff(turn), rotation.handOff(turn + 1)), at);
            }
        }
        return OnCall.nobody(gapFrom(at), gapUntil(at));
    }

    /** Everybody's shifts within the window, ascending, cut to it. */
    List<Shift> shifts(Instant from, Instant to) {
        List<Shift> shifts = List.of();
        for (var layer = 0; layer < layers.size(); layer++) {
            shifts = Overlay.over(shifts, LayerShifts.of(layers.get(layer), layer, from, to));
        }
        return Overlay.joined(Overlay.over(shifts, overridden(from, to)));
    }

    private List<Shift> overridden(Instant from, Instant to) {
        List<Shift> shifts = List.of();
        for (var override : overrides) {
            if (override.from().isBefore(to) && from.isBefore(override.to())) {
                var start = override.from().isBefore(from) ? from : override.from();
                var end = override.to().isAfter(to) ? to : override.to();
                shifts = Overlay.over(shifts, List.of(override.shift().between(start, end)));
            }
        }
        return shifts;
    }

    private static OnCall one(List<Shift> shifts, Instant at) {
        return shifts.stream()
                .filter(shift -> shift.contains(at))
                .map(OnCall::by)
                .findFirst()
                .orElseThrow();
    }

    private @Nullable Instant gapFrom(Instant at) {
        var ends = new ArrayList<@Nullable Instant>();
        layers.forEach(rotation -> ends.add(LayerShifts.lastEnd(rotation, at)));
        overrides.stream().map(ScheduleOverride::to).filter(end -> !end.isAfter(at)).forEach(ends::add);
        return ends.stream().filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
    }

    private @Nullable Instant gapUntil(Instant at) {
        var starts = new ArrayList<@Nullable Instant>();
        layers.forEach(rotation -> starts.add(LayerShifts.nextStart(rotation, at)));
        overrides.stream().map(ScheduleOverride::from).filter(start -> start.isAfter(at)).forEach(starts::add);
        return starts.stream().filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
    }
}
