package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who has a shift ahead while away, after leaving, or though nothing reaches them. */
final class PeopleAhead {

    private PeopleAhead() {}

    static List<Check> of(Outlook ahead) {
        var found = new ArrayList<Check>(onLeave(ahead));
        byPerson(ahead).forEach((person, shifts) -> {
            var after = leaving(ahead, person, shifts);
            if (after != null) found.add(after);
            if (!ahead.known().reachable().test(person)) {
                found.add(ahead.check(Check.Code.UNREACHABLE, List.of(person), bounds(shifts),
                        person + " is on call and cannot be reached: no confirmed contact.", "Give them a contact and have it confirmed."));
            }
        });
        return found;
    }

    /** One for each leave, however many shifts fall into it. */
    static List<Check> onLeave(Outlook ahead) {
        if (ahead.known().leaves().isEmpty()) return List.of();
        var found = new ArrayList<Check>();
        byPerson(ahead).forEach((person, shifts) -> ahead.known().leaves().getOrDefault(person, List.of()).forEach(leave -> {
            var parts = shifts.stream().flatMap(shift -> new Period(shift.from(), shift.to()).cutTo(leave.period()).stream()).toList();
            if (!parts.isEmpty()) found.add(clash(ahead, person, parts));
        }));
        return found;
    }

    private static Check clash(Outlook ahead, PersonName person, List<Period> parts) {
        var hours = parts.stream().map(Period::length).reduce(Duration.ZERO, Duration::plus);
        return ahead.check(
                Check.Code.ON_LEAVE, List.of(person), new Period(parts.getFirst().from(), parts.getLast().to()),
                "%s is on call for %s while away.".formatted(person, Lasting.words(hours)), "Ask for a swap.");
    }

    private static @Nullable Check leaving(Outlook ahead, PersonName person, List<Shift> shifts) {
        var leaves = ahead.known().people().apply(person).filter(it -> it.leaves() != null).orElse(null);
        if (leaves == null || leaves.leaves() == null) return null;
        var gone = leaves.leaves().plusDays(1).atStartOfDay(leaves.zone()).toInstant();
        var after = shifts.stream().filter(shift -> shift.to().isAfter(gone)).toList();
        return after.isEmpty() ? null : ahead.check(
                Check.Code.LEAVING, List.of(person), new Period(later(after.getFirst().from(), gone), after.getLast().to()),
                "%s is on call after having left.".formatted(person), "Take them out of the layers.");
    }

    private static Map<PersonName, List<Shift>> byPerson(Outlook ahead) {
        return ahead.shifts().stream().collect(Collectors.groupingBy(Shift::person, TreeMap::new, Collectors.toList()));
    }

    private static Period bounds(List<Shift> shifts) {
        return new Period(shifts.getFirst().from(), shifts.getLast().to());
    }

    private static Instant later(Instant one, Instant two) {
        return one.isAfter(two) ? one : two;
    }
}
