package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The checks of one schedule (rule 7), each with its people and dates. */
final class ScheduleChecks {

    private static final int ENOUGH = 3;
    private static final Duration AHEAD = Duration.ofDays(28);

    private ScheduleChecks() {}

    static List<Check> of(Checked checked) {
        return Stream.of(
                        fewParticipants(checked).stream(),
                        fewOfTeam(checked).stream(),
                        gap(checked).stream(),
                        TooOften.of(checked).stream(),
                        backToBack(checked).stream(),
                        unreachable(checked).stream(),
                        leaving(checked).stream())
                .flatMap(check -> check)
                .toList();
    }

    private static Optional<Check> fewParticipants(Checked checked) {
        var participants = checked.participants();
        return participants.size() >= ENOUGH
                ? Optional.empty()
                : Optional.of(checked.check(
                        Check.Code.FEW_PARTICIPANTS,
                        List.copyOf(participants),
                        "%d take turns; with fewer than %d nobody has rest.".formatted(participants.size(), ENOUGH),
                        "Add people to its layers."));
    }

    /** The count, never the names of those who do not. */
    private static Optional<Check> fewOfTeam(Checked checked) {
        var team = checked.team();
        if (team == null || team.members().isEmpty()) {
            return Optional.empty();
        }
        var participants = checked.participants();
        var taking = team.members().stream().filter(participants::contains).count();
        return taking * 2 >= team.members().size()
                ? Optional.empty()
                : Optional.of(checked.check(
                        Check.Code.FEW_OF_TEAM,
                        List.of(),
                        "%d of %d in the team take turns.".formatted(taking, team.members().size()),
                        "Ask the team who else can take turns."));
    }

    private static Optional<Check> gap(Checked checked) {
        var now = checked.now();
        var gaps = gaps(checked.schedule().schedule(), checked.calendar(), checked.ahead(AHEAD), now);
        return gaps.isEmpty()
                ? Optional.empty()
                : Optional.of(checked.check(
                        Check.Code.GAP,
                        List.of(),
                        gaps.getFirst().from(),
                        gaps.getFirst().to(),
                        "Nobody is on call for %d hours of the next %d days."
                                .formatted(hours(gaps), AHEAD.toDays()),
                        "Add an override or a layer that covers them."));
    }

    /** When nobody is next on call by a schedule in the hours for which it is meant; empty where that is not soon. */
    static Optional<Instant> nextGap(NamedSchedule schedule, WorkingCalendar calendar, Instant now) {
        var shifts = schedule.timeline().shifts(now, now.plus(AHEAD));
        return gaps(schedule.schedule(), calendar, shifts, now).stream().findFirst().map(Period::from);
    }

    private static List<Period> gaps(Schedule schedule, WorkingCalendar calendar, List<Shift> shifts, Instant now) {
        return Timeline.gaps(shifts, now, now.plus(AHEAD)).stream().flatMap(gap -> meant(schedule.hours(), calendar, gap)).toList();
    }

    /** The parts of a gap in the hours for which the schedule is meant. */
    private static Stream<Period> meant(ScheduleHours hours, WorkingCalendar calendar, Period gap) {
        var end = gap.from().plus(gap.length());
        var parts = new ArrayList<Period>();
        for (var from = gap.from(); from.isBefore(end); ) {
            var edge = calendar.nextEdge(from);
            var to = edge.isBefore(end) ? edge : end;
            if (hours.fits(Hours.when(calendar.isWorking(from))) >= 0) {
                parts.add(new Period(from, to));
            }
            from = to;
        }
        return parts.stream();
    }

    /** One turn after the other, though somebody else could have had the second. */
    private static Optional<Check> backToBack(Checked checked) {
        if (checked.participants().size() < 2) {
            return Optional.empty();
        }
        var shifts = checked.ahead(Checked.TWELVE_WEEKS);
        for (var index = 1; index < shifts.size(); index++) {
            var before = shifts.get(index - 1);
            var after = shifts.get(index);
            var turns = before.turn() != null && after.turn() != null;
            if (turns && before.person().equals(after.person()) && before.to().equals(after.from())) {
                return Optional.of(backToBack(checked, before, after));
            }
        }
        return Optional.empty();
    }

    private static Check backToBack(Checked checked, Shift before, Shift after) {
        return checked.check(
                Check.Code.BACK_TO_BACK,
                List.of(before.person()),
                before.from(),
                after.to(),
                "%s has two turns one after the other.".formatted(before.person()),
                "Put somebody else on one of them.");
    }

    private static Optional<Check> unreachable(Checked checked) {
        var people = checked.participants().stream()
                .filter(person -> !checked.reachable().test(person))
                .toList();
        return people.isEmpty()
                ? Optional.empty()
                : Optional.of(checked.check(
                        Check.Code.UNREACHABLE,
                        people,
                        "%d on it cannot be reached: no confirmed contact.".formatted(people.size()),
                        "Give them a contact and have it confirmed."));
    }

    private static List<Check> leaving(Checked checked) {
        var shifts = checked.ahead(Checked.TWELVE_WEEKS);
        var found = new TreeMap<PersonName, Check>();
        for (var shift : shifts) {
            checked.people().apply(shift.person()).ifPresent(person -> {
                var leaves = person.leaves();
                if (leaves != null && shift.to().isAfter(leaves.plusDays(1).atStartOfDay(person.zone()).toInstant())) {
                    found.putIfAbsent(person.name(), leaving(checked, shift));
                }
            });
        }
        return List.copyOf(found.values());
    }

    private static Check leaving(Checked checked, Shift shift) {
        return checked.check(
                Check.Code.LEAVING,
                List.of(shift.person()),
                shift.from(),
                shift.to(),
                "%s is on call after having left.".formatted(shift.person()),
                "Take them out of the layers.");
    }

    private static long hours(List<Period> gaps) {
        return gaps.stream().map(Period::length).reduce(Duration.ZERO, Duration::plus).toHours();
    }
}
