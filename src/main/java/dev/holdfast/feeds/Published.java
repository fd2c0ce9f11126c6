package dev.holdfast.feeds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a calendar was last told of a shift, how often that changed, and whether it is withdrawn. */
record Published(FeedEvent event, int sequence, Instant changedAt, @Nullable Instant withdrawnAt) {

    boolean isCancelled() {
        return withdrawnAt != null;
    }

    Published changed(FeedEvent into, Instant now) {
        return new Published(into, sequence + 1, now, null);
    }

    Published withdrawn(Instant now) {
        return new Published(event, sequence + 1, now, now);
    }
}
