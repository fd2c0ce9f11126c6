package dev.holdfast.oncall;

import dev.holdfast.quantities.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;

/** When somebody is told of what wants no answer at once: when they work, and earlier only where that were too late. */
final class WhenTold {

    private static final Duration IN_TIME = Duration.ofHours(1);

    private WhenTold() {}

    static Instant of(WorkingCalendar calendar, Instant begins, Instant now) {
        if (calendar.isWorking(now)) return now;
        var next = calendar.nextWorkingStart(now);
        return begins.isBefore(next.plus(IN_TIME)) ? now : next;
    }
}
