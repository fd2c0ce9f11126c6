package dev.holdfast.oncall;

import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A schedule with what its checks need to know besides: its shifts are worked out once, for twelve weeks before and after now. */
record Checked(
        NamedSchedule schedule,
        @Nullable Team team,
        WorkingCalendar calendar,
        Function<PersonName, Optional<Person>> people,
        Predicate<PersonName> reachable,
        Instant now,
        Set<PersonName> participants,
        List<Shift> shifts) {

    static final Duration TWELVE_WEEKS = Duration.ofDays(84);

    static Checked of(
            NamedSchedule schedule, @Nullable Team team, WorkingCalendar calendar, Function<PersonName, Optional<Person>> people,
            Predicate<PersonName> reachable, Instant now) {
        return new Checked(
                schedule, team, calendar, people, reachable, now, schedule.schedule().roster().participants(now),
                schedule.timeline().shifts(now.minus(TWELVE_WEEKS), now.plus(TWELVE_WEEKS)));
    }

    /** With what really was, instead of what its layers would have been. */
    Checked after(List<Shift> past) {
        var all = new ArrayList<>(past);
        all.addAll(ahead(TWELVE_WEEKS));
        return new Checked(schedule, team, calendar, people, reachable, now, participants, Overlay.joined(all));
    }

    /** The shifts from now on for so long, which is no more than twelve weeks, cut to that time. */
    List<Shift> ahead(Duration length) {
        var end = now.plus(length);
        return shifts.stream()
                .filter(shift -> shift.from().isBefore(end) && shift.to().isAfter(now))
                .map(shift -> shift.between(shift.from().isBefore(now) ? now : shift.from(), shift.to().isAfter(end) ? end : shift.to()))
                .toList();
    }

    Check check(Check.Code code, List<PersonName> named, String text, String mend) {
        return check(code, named, null, null, text, mend);
    }

    Check check(Check.Code code, List<PersonName> named, @Nullable Instant from, @Nullable Instant to, String text, String mend) {
        var its = team == null ? null : team.name();
        return new Check(code, schedule.name(), its, named, from, to, text, mend, MendPages.of(code, schedule.name(), its, named), null, null);
    }
}
