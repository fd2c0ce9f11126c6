package dev.holdfast.changes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an inquiry is.
 *
 * @param decision what will be told; null while it waits
 * @param noted why it waits, as it was said last; {@code notes} of them were said
 * @param attempts that failed since something was last heard
 * @param notBefore when the next attempt is made
 * @param claimedUntil until when a node is telling it
 */
record InquiryProgress(
        Inquiry inquiry, State state, @Nullable UUID decision, @Nullable Instant decidedAt, @Nullable String noted, int notes, int attempts,
        @Nullable Instant notBefore, @Nullable Instant claimedUntil) {

    enum State {
        WAITING,
        DECIDED,
        TOLD,
        FAILED
    }

    boolean hasEnded() {
        return state == State.TOLD || state == State.FAILED;
    }

    boolean isClaimed(Instant now) {
        return claimedUntil != null && now.isBefore(claimedUntil);
    }

    boolean pauses(Instant now) {
        return notBefore != null && now.isBefore(notBefore);
    }
}
