package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A schedule through its versions: each part of time is answered by the version in force then, so that a change never
 * rewrites the past. The versions ascend; where one has ended and no other follows, nobody is on call.
 */
record Timeline(List<Version> versions) {

    private static final List<Duration> AHEAD = List.of(Duration.ofDays(35), Duration.ofDays(400));

    Timeline {
        versions = List.copyOf(versions);
    }

    static Timeline of(Roster roster) {
        return new Timeline(List.of(new Version(Instant.MIN, Instant.MAX, roster)));
    }

    static Timeline of(List<dev.holdfast.catalogue.Version<Schedule>> versions, List<ScheduleOverride> made) {
        return new Timeline(versions.stream()
                .map(version -> new Version(version.inForce(), version.value().roster().withOverrides(made)))
                .toList());
    }

    /** With another roster from an instant on; what was before it stays. */
    Timeline replaced(Instant from, Roster roster) {
        var kept = versions.stream()
                .filter(version -> version.from().isBefore(from))
                .map(version -> version.to().isAfter(from) ? new Version(version.from(), from, version.roster()) : version);
        return new Timeline(Stream.concat(kept, Stream.of(new Version(from, Instant.MAX, roster))).toList());
    }

    OnCall at(Instant at) {
        for (var index = 0; index < versions.size(); index++) {
            if (versions.get(index).contains(at)) {
                return bounded(versions.get(index).roster().at(at), index);
            }
        }
        return OnCall.nobody(null, null);
    }

    List<Shift> shifts(Instant from, Instant to) {
        var shifts = new ArrayList<Shift>();
        for (var version : versions) {
            var start = version.from().isAfter(from) ? version.from() : from;
            var end = version.to().isBefore(to) ? version.to() : to;
            if (start.isBefore(end)) {
                shifts.addAll(version.roster().shifts(start, end));
            }
        }
        return Overlay.joined(shifts);
    }

    /** Everybody who may be on call from an instant on. */
    Set<PersonName> everybody(Instant from) {
        return versions.stream()
                .filter(version -> version.to().isAfter(from))
                .flatMap(version -> version.roster().everybody(from).stream())
                .collect(Collectors.toSet());
    }

    /** Where nobody is on call. */
    List<Period> gaps(Instant from, Instant to) {
        return gaps(shifts(from, to), from, to);
    }

    static List<Period> gaps(List<Shift> shifts, Instant from, Instant to) {
        var gaps = new ArrayList<Period>();
        var covered = from;
        for (var shift : shifts) {
            if (covered.isBefore(shift.from())) {
                gaps.add(new Period(covered, shift.from()));
            }
            covered = shift.to();
        }
        if (covered.isBefore(to)) {
            gaps.add(new Period(covered, to));
        }
        return gaps;
    }

    /** The first shift ahead of somebody else than the person on call at that instant, within a year or so. */
    Optional<Shift> nextOther(Instant at, @Nullable PersonName person) {
        for (var ahead : AHEAD) {
            var next = shifts(at, at.plus(ahead)).stream()
                    .filter(shift -> !shift.person().equals(person))
                    .findFirst();
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    private OnCall bounded(OnCall found, int index) {
        return new OnCall(
                found.person(), boundedFrom(found, index), boundedUntil(found, index), found.layer(), found.turn());
    }

    /** A shift that reaches back into an older version is bounded by what that one says. */
    private @Nullable Instant boundedFrom(OnCall found, int index) {
        var version = versions.get(index);
        if (index == 0 || !versions.get(index - 1).to().equals(version.from()) || (found.from() != null && found.from().isAfter(version.from()))) {
            return found.from();
        }
        var before = versions.get(index - 1).roster().at(version.from().minusNanos(1));
        return before.isSameAs(found) ? boundedFrom(before, index - 1) : version.from();
    }

    private @Nullable Instant boundedUntil(OnCall found, int index) {
        var version = versions.get(index);
        if (isLastBeforeAHole(index) || (found.until() != null && found.until().isBefore(version.to()))) {
            return Earliest.of(found.until(), version.to().equals(Instant.MAX) ? null : version.to());
        }
        var after = versions.get(index + 1).roster().at(version.to());
        return after.isSameAs(found) ? boundedUntil(after, index + 1) : version.to();
    }

    private boolean isLastBeforeAHole(int index) {
        return index == versions.size() - 1
                || !versions.get(index + 1).from().equals(versions.get(index).to());
    }

    /** What a schedule said for a part of time. */
    record Version(Instant from, Instant to, Roster roster) {

        Version(Period inForce, Roster roster) {
            this(inForce.from(), inForce.to() == null ? Instant.MAX : inForce.to(), roster);
        }

        boolean contains(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }
}
