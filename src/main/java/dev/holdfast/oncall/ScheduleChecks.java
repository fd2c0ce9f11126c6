package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The checks of one schedule (rule 7), each with its people and dates. */
final class ScheduleChecks {

    private static final int ENOUGH = 3;
    private static final Duration AHEAD = Duration.ofDays(28);
    private static final Duration TWELVE_WEEKS = Duration.ofDays(84);

    /** One week in three; what a change of the clocks adds is no more than that. */
    private static final BigDecimal ONE_IN_THREE = new BigDecimal("0.34");

    private ScheduleChecks() {}

    static List<Check> of(Checked checked, Instant now) {
        return Stream.of(
                        fewParticipants(checked, now).stream(),
                        fewOfTeam(checked, now).stream(),
                        gap(checked, now).stream(),
                        tooOften(checked, now).stream(),
                        backToBack(checked, now).stream(),
                        unreachable(checked, now).stream(),
                        leaving(checked, now).stream())
                .flatMap(check -> check)
                .toList();
    }

    private static Optional<Check> fewParticipants(Checked checked, Instant now) {
        var participants = checked.schedule().schedule().roster().participants(now);
        return participants.size() >= ENOUGH
                ? Optional.empty()
                : Optional.of(checked.check(
                        Check.Code.FEW_PARTICIPANTS,
                        List.copyOf(participants),
                        "%d take turns; with fewer than %d nobody has rest.".formatted(participants.size(), ENOUGH),
                        "Add people to its layers."));
    }

    /** The count, never the names of those who do not. */
    private static Optional<Check> fewOfTeam(Checked checked, Instant now) {
        var team = checked.team();
        if (team == null || team.members().isEmpty()) {
            return Optional.empty();
        }
        var participants = checked.schedule().schedule().roster().participants(now);
        var taking = team.members().stream().filter(participants::contains).count();
        return taking * 2 >= team.members().size()
                ? Optional.empty()
                : Optional.of(checked.check(
                        Check.Code.FEW_OF_TEAM,
                        List.of(),
                        "%d of %d in the team take turns.".formatted(taking, team.members().size()),
                        "Ask the team who else can take turns."));
    }

    private static Optional<Check> gap(Checked checked, Instant now) {
        var end = now.plus(AHEAD);
        var gaps = checked.schedule().timeline().gaps(now, end).stream()
                .flatMap(gap -> meant(checked, gap))
                .toList();
        return gaps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Check(
                        Check.Code.GAP,
                        checked.schedule().name(),
                        checked.team() == null ? null : checked.team().name(),
                        List.of(),
                        gaps.getFirst().from(),
                        gaps.getFirst().to(),
                        "Nobody is on call for %d hours of the next %d days."
                                .formatted(hours(gaps), AHEAD.toDays()),
                        "Add an override or a layer that covers them."));
    }

    /** The parts of a gap in the hours for which the schedule is meant. */
    private static Stream<Period> meant(Checked checked, Period gap) {
        var hours = checked.schedule().schedule().hours();
        var end = gap.from().plus(gap.length());
        var parts = new ArrayList<Period>();
        for (var from = gap.from(); from.isBefore(end); ) {
            var edge = checked.calendar().nextEdge(from);
            var to = edge.isBefore(end) ? edge : end;
            if (hours.fits(Hours.when(checked.calendar().isWorking(from))) >= 0) {
                parts.add(new Period(from, to));
            }
            from = to;
        }
        return parts.stream();
    }

    private static List<Check> tooOften(Checked checked, Instant now) {
        var worst = new TreeMap<PersonName, Check>();
        var all = checked.schedule().timeline().shifts(now.minus(TWELVE_WEEKS), now.plus(TWELVE_WEEKS));
        for (var week = 12; week >= 0; week--) {
            var from = now.minus(Duration.ofDays(7L * week));
            shares(cut(all, from, from.plus(TWELVE_WEEKS))).forEach((person, share) -> {
                if (share.compareTo(ONE_IN_THREE) > 0) {
                    worst.put(person, tooOften(checked, person, share, from));
                }
            });
        }
        return List.copyOf(worst.values());
    }

    private static Check tooOften(Checked checked, PersonName person, BigDecimal share, Instant from) {
        var percent = share.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        return new Check(
                Check.Code.TOO_OFTEN,
                checked.schedule().name(),
                checked.team() == null ? null : checked.team().name(),
                List.of(person),
                from,
                from.plus(TWELVE_WEEKS),
                "%s is on call for %s percent of 12 weeks: more than one week in three.".formatted(person, percent),
                "Let more people take turns.");
    }

    private static List<Shift> cut(List<Shift> shifts, Instant from, Instant to) {
        return shifts.stream()
                .filter(shift -> shift.from().isBefore(to) && shift.to().isAfter(from))
                .map(shift -> shift.between(shift.from().isBefore(from) ? from : shift.from(), shift.to().isAfter(to) ? to : shift.to()))
                .toList();
    }

    private static Map<PersonName, BigDecimal> shares(List<Shift> shifts) {
        var times = new TreeMap<PersonName, Long>();
        shifts.forEach(shift -> times.merge(
                shift.person(), Duration.between(shift.from(), shift.to()).toSeconds(), Long::sum));
        var all = BigDecimal.valueOf(times.values().stream().mapToLong(time -> time).sum());
        var shares = new TreeMap<PersonName, BigDecimal>();
        times.forEach((person, time) ->
                shares.put(person, BigDecimal.valueOf(time).divide(all, 4, RoundingMode.HALF_UP)));
        return shares;
    }

    /** One turn after the other, though somebody else could have had the second. */
    private static Optional<Check> backToBack(Checked checked, Instant now) {
        if (checked.schedule().schedule().roster().participants(now).size() < 2) {
            return Optional.empty();
        }
        var shifts = checked.schedule().timeline().shifts(now, now.plus(TWELVE_WEEKS));
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
        return new Check(
                Check.Code.BACK_TO_BACK,
                checked.schedule().name(),
                checked.team() == null ? null : checked.team().name(),
                List.of(before.person()),
                before.from(),
                after.to(),
                "%s has two turns one after the other.".formatted(before.person()),
                "Put somebody else on one of them.");
    }

    private static Optional<Check> unreachable(Checked checked, Instant now) {
        var people = checked.schedule().schedule().roster().participants(now).stream()
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

    private static List<Check> leaving(Checked checked, Instant now) {
        var shifts = checked.schedule().timeline().shifts(now, now.plus(TWELVE_WEEKS));
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
        return new Check(
                Check.Code.LEAVING,
                checked.schedule().name(),
                checked.team() == null ? null : checked.team().name(),
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
