package dev.holdfast.calendars;

import java.time.Instant;
import java.time.LocalDate;

/** One occurrence of an event of a calendar; {@code id} is the same whenever the file is read. */
public record IcsEvent(String id, String summary, When when) {

    /** Whole days by the calendar, or a stretch of time; both half-open. */
    public sealed interface When {
        record Days(LocalDate first, LocalDate after) implements When {}

        record Span(Instant from, Instant to) implements When {}
    }
}
