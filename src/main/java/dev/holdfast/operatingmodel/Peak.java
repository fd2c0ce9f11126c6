package dev.holdfast.operatingmodel;

import dev.holdfast.quantities.Period;
import java.time.Duration;

/** A time of greater exposure; its lead-in raises target and on-call level earlier, never the loss rate. */
public record Peak(String name, Period during, Exposure exposure, Duration leadIn) {

    Period withLeadIn() {
        return new Period(during.from().minus(leadIn), during.to());
    }
}
