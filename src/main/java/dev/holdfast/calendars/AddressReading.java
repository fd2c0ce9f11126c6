package dev.holdfast.calendars;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How reading an address went: what it said at {@code readAt} stands while {@code failure} says why it says nothing now. */
public record AddressReading(
        String subject, String address, Instant lookedAt, @Nullable Instant readAt, @Nullable String failure) {

    public boolean isStale() {
        return failure != null;
    }
}
