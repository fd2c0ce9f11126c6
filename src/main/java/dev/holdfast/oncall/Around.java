package dev.holdfast.oncall;

import java.time.Duration;
import java.time.Instant;

/** The part of what is ahead that is looked at for a change: with so much around it that a shift is told whole, and never without an end. */
record Around(Instant from, Instant to) {

    private static final Duration SHIFT = Duration.ofDays(35);
    private static final Duration LONGEST = Duration.ofDays(800);

    static Around of(Instant first, Instant last, Instant now) {
        var begin = first.isAfter(now.plus(SHIFT)) ? first.minus(SHIFT) : now;
        var end = Duration.between(begin, last).compareTo(LONGEST) > 0 ? begin.plus(LONGEST) : last.plus(SHIFT);
        return new Around(begin, end);
    }
}
