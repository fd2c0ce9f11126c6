package dev.holdfast.subscriptions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What goes out at once, or in one digest.
 *
 * @param attempts that failed
 * @param claimedUntil until when a node is telling it
 * @param subjects what it tells of, as the ledger calls it
 */
record Delivery(UUID id, UUID subscription, Instant due, int attempts, @Nullable Instant claimedUntil, List<String> subjects) {

    Delivery {
        subjects = List.copyOf(subjects);
    }
}
