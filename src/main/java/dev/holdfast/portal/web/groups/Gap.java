package dev.holdfast.portal.web.groups;

import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.ReaderTime;
import java.time.Duration;
import java.time.Instant;

/**
 * A time ahead at which nobody is on call by a schedule in the hours for which it is meant.
 *
 * @param goesOn whether it ends only because nobody looked further
 */
public record Gap(OnCallNow schedule, Instant from, Instant to, boolean goesOn) {

    public Duration length() {
        return Duration.between(from, to);
    }

    /** "Sun 29 Nov 17:30, 16 hours". */
    public String words(ReaderTime time) {
        return (from.isAfter(time.now()) ? time.full(from) : "now") + ", " + Figures.words(length()) + (goesOn ? " or more" : "");
    }
}
