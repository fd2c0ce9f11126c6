package dev.holdfast.calendars;

import java.time.LocalDate;
import java.time.ZoneId;

/** From which day until before which other a calendar is read, and where its times are when it does not say. */
public record IcsBounds(LocalDate from, LocalDate until, ZoneId here) {

    boolean contain(LocalDate first, LocalDate after) {
        return first.isBefore(until) && after.isAfter(from);
    }
}
