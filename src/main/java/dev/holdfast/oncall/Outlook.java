package dev.holdfast.oncall;

import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.quantities.Money;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it lies ahead, from now to an end: its shifts, the hours for which it is meant, and what is known of its
 * people. Everything is worked out or asked for once, before anything is looked for.
 */
record Outlook(NamedSchedule schedule, Whose whose, Instant now, Instant end, List<Shift> shifts, List<Period> meant, Known known, Stake stake) {

    /** The team that holds it, if one does, and the calendar by which its hours are told. */
    record Whose(@Nullable Team team, WorkingCalendar calendar) {}

    /** What is known of people: as declared, whom nothing reaches, and when they are away. */
    record Known(Function<PersonName, Optional<Person>> people, Predicate<PersonName> reachable, Map<PersonName, List<Leave>> leaves) {}

    /** What an hour without anybody puts at risk, at most, in a part of time; null where nothing relies on it or nobody said. */
    interface Stake {

        Stake NONE = (from, to) -> null;

        @Nullable Money between(Instant from, Instant to);
    }

    /** Everybody who may be on call ahead: by turns or by an override. */
    Set<PersonName> everybody() {
        return schedule.timeline().everybody(now);
    }

    Check check(Check.Code code, List<PersonName> named, Period when, String text, String mend) {
        var team = whose.team() == null ? null : whose.team().name();
        var end = when.to() == null ? this.end : when.to();
        return new Check(code, schedule.name(), team, named, when, text, mend, MendPages.of(code, schedule.name(), team, named))
                .costing(stake.between(when.from(), end));
    }
}
