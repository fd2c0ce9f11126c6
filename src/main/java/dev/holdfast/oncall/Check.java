package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.quantities.Money;
import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something about who is on call that wants mending: its people and dates, since when it is known, what an hour of it
 * puts at risk, and the one action that mends it with the page where that is done.
 */
public record Check(
        Code code,
        @Nullable String schedule,
        @Nullable TeamName team,
        List<PersonName> people,
        @Nullable Instant from,
        @Nullable Instant to,
        String text,
        String mend,
        String url,
        @Nullable Instant since,
        @Nullable Money exposurePerHour) {

    public Check {
        people = List.copyOf(people);
    }

    Check(Code code, @Nullable String schedule, @Nullable TeamName team, List<PersonName> people, @Nullable Period when, String text, String mend, String url) {
        this(code, schedule, team, people, when == null ? null : when.from(), when == null ? null : when.to(), text, mend, url, null, null);
    }

    Check costing(@Nullable Money perHour) {
        return new Check(code, schedule, team, people, from, to, text, mend, url, since, perHour);
    }

    Check known(Instant itsSince) {
        return new Check(code, schedule, team, people, from, to, text, mend, url, itsSince, exposurePerHour);
    }

    /** Whether it is the same matter as another, though its dates moved with the day on which it was looked at. */
    boolean isOneWith(Check other) {
        return code == other.code && Objects.equals(schedule, other.schedule) && people.equals(other.people) && meets(other)
                && (schedule != null || text.equals(other.text));
    }

    private boolean meets(Check other) {
        if (from == null || other.from == null) return from == null && other.from == null;
        var end = to == null ? Instant.MAX : to;
        var otherEnd = other.to == null ? Instant.MAX : other.to;
        return from.equals(other.from) || from.isBefore(otherEnd) && other.from.isBefore(end);
    }

    /** What can be wrong. */
    public enum Code {
        FEW_PARTICIPANTS,
        TOO_OFTEN,
        FEW_OF_TEAM,
        GAP,
        BACK_TO_BACK,
        UNREACHABLE,
        ON_LEAVE,
        LEAVING,
        UNFAIR,
        CLOCK_CHANGE,
        SCHEDULE_NOT_USED,
        NO_CONFIRMED_DOMAIN_SCHEDULE;

        /** Whether those whom it names are told themselves. */
        boolean isAboutThePerson() {
            return this == TOO_OFTEN || this == BACK_TO_BACK || this == UNREACHABLE || this == ON_LEAVE;
        }
    }
}
