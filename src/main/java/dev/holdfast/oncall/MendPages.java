package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page on which a finding is mended. */
final class MendPages {

    private MendPages() {}

    static String of(Check.Code code, String schedule, @Nullable TeamName team, List<PersonName> people) {
        return switch (code) {
            case FEW_PARTICIPANTS, TOO_OFTEN, LEAVING, CLOCK_CHANGE, SCHEDULE_NOT_USED -> "/schedules/" + schedule + "/edit";
            case GAP, BACK_TO_BACK, ON_LEAVE, UNFAIR -> "/schedules/" + schedule;
            case UNREACHABLE -> people.size() == 1 ? "/people/" + people.getFirst() : "/schedules/" + schedule;
            case FEW_OF_TEAM -> team == null ? "/schedules/" + schedule : "/teams/" + team;
            case NO_CONFIRMED_DOMAIN_SCHEDULE -> "/on-call";
        };
    }
}
