package dev.holdfast.changes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question to the gate whose decision is told when it is made.
 *
 * @param askedBy as whose the decision is recorded
 * @param way which {@link GateTeller} tells it
 * @param address where, in the words of that way
 * @param secret with which it is signed, where the way signs
 * @param until when what stands is told, decided or not
 */
public record Inquiry(
        UUID id, GateQuestion question, String askedBy, Instant askedAt, Instant until, String way, String address, @Nullable String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "inquiry " + id + " about " + question.service() + " " + question.version();
    }
}
