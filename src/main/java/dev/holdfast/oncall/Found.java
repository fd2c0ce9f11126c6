package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is on call by the schedules of somebody, the best first, and until when that stands. */
record Found(@Nullable NamedSchedule schedule, @Nullable PersonName person, @Nullable Instant until) {

    static Found among(List<NamedSchedule> schedules, Instant at) {
        @Nullable Instant until = null;
        for (var schedule : schedules) {
            var onCall = schedule.timeline().at(at);
            until = Earliest.of(until, onCall.until());
            if (onCall.person() != null) {
                return new Found(schedule, onCall.person(), until);
            }
        }
        return new Found(schedules.isEmpty() ? null : schedules.getFirst(), null, until);
    }

    List<PersonName> people() {
        return person == null ? List.of() : List.of(person);
    }

    @Nullable String scheduleName() {
        return schedule == null ? null : schedule.name();
    }

    Covering.@Nullable Next next(Instant at) {
        if (schedule == null) {
            return null;
        }
        return schedule.timeline()
                .nextOther(at, person)
                .map(shift -> new Covering.Next(shift.person(), schedule.name(), shift.from()))
                .orElse(null);
    }
}
