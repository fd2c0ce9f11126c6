package dev.holdfast.incidents;

import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.Optional;

/** Until when availability is to be restored by a method (rule 10). */
final class RestoreBy {

    private RestoreBy() {}

    /** Immediately is the instant itself; when possible has no end. */
    static Optional<Instant> of(RestoreMethod method, WorkingCalendar calendar, Instant since) {
        return switch (method) {
            case RESTORE_IMMEDIATELY -> Optional.of(since);
            case RESTORE_BY_NEXT_WORKING_DAY -> Optional.of(calendar.endOfNextWorkingDay(since));
            case RESTORE_WHEN_POSSIBLE -> Optional.empty();
        };
    }
}
