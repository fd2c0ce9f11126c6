package dev.holdfast.calendars;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Days that an address says otherwise than they count: from {@code countsAt} on they do, or when a person confirms it;
 * without that instant only then.
 */
public record Proposal(
        String id,
        String calendar,
        String address,
        SortedMap<LocalDate, String> days,
        Instant proposedAt,
        @Nullable Instant countsAt,
        State state) {

    public enum State {
        PROPOSED,
        COUNTED,
        DISMISSED,
        REPLACED
    }
}
