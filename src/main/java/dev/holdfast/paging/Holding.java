package dev.holdfast.paging;

import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Until when a callout is held: nobody is woken where the level is none, nor for what can wait until people work. */
final class Holding {

    private Holding() {}

    /** Null where it is made now. What can wait, waits for working hours, also when a peak begins before them. */
    static @Nullable Instant until(
            Urgency urgency, @Nullable Instant suppressedUntil, WorkingCalendar calendar, Instant now) {
        if (urgency == Urgency.WORKING_HOURS && !calendar.isWorking(now)) {
            return calendar.nextWorkingStart(now);
        }
        return suppressedUntil;
    }
}
