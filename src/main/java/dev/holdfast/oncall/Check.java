package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something about who is on call that wants mending, with its people and dates. */
public record Check(
        Code code,
        @Nullable String schedule,
        @Nullable TeamName team,
        List<PersonName> people,
        @Nullable Instant from,
        @Nullable Instant to,
        String text,
        String mend) {

    public Check {
        people = List.copyOf(people);
    }

    /** What can be wrong. */
    public enum Code {
        FEW_PARTICIPANTS,
        TOO_OFTEN,
        FEW_OF_TEAM,
        GAP,
        BACK_TO_BACK,
        UNREACHABLE,
        LEAVING,
        SCHEDULE_NOT_USED,
        NO_CONFIRMED_DOMAIN_SCHEDULE
    }
}
