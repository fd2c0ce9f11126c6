package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stretch of time in which a person is away, {@code [from, to)}. Why is nobody's business. */
public record Leave(
        String id,
        PersonName person,
        Instant from,
        Instant to,
        @Nullable String note,
        Origin origin,
        @Nullable String event,
        Instant madeAt,
        String madeBy) {

    /** How it came here: by hand, in a calendar's file, or from the address of the person's own calendar. */
    public enum Origin {
        ENTERED,
        FILE,
        ADDRESS;

        /** As programs are answered. */
        public String source() {
            return this == ENTERED ? "entered" : "calendar";
        }
    }

    public Period period() {
        return new Period(from, to);
    }
}
