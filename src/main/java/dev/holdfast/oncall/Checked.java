package dev.holdfast.oncall;

import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.quantities.WorkingCalendar;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A schedule with what its checks need to know besides. */
record Checked(
        NamedSchedule schedule,
        @Nullable Team team,
        WorkingCalendar calendar,
        Function<PersonName, Optional<Person>> people,
        Predicate<PersonName> reachable) {

    Check check(Check.Code code, List<PersonName> named, String text, String mend) {
        return new Check(code, schedule.name(), team == null ? null : team.name(), named, null, null, text, mend);
    }
}
