package dev.holdfast.changes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the gate answered. It lets through where it allows, and where it only records.
 *
 * @param code why, for programs; {@code message} for people
 * @param expiresAt until when it holds, as far as nothing else changes
 * @param attestation a signed envelope of what was allowed; null where it was refused
 */
public record GateAnswer(
        UUID decision, boolean allowed, boolean recordOnly, String code, String message, @Nullable Change change, @Nullable Instant expiresAt,
        @Nullable String attestation) {

    public boolean letsThrough() {
        return allowed || recordOnly;
    }

    /** Whether asking again may be answered otherwise soon. */
    public boolean isWaiting() {
        return !allowed && (code.equals(Verdict.Code.PENDING_APPROVAL.name()) || code.equals(Verdict.Code.NOT_YET_VALID.name()));
    }

    /** Whether waiting may mend it, however long: then it is worth being told later. */
    public boolean mayStillPass() {
        return !letsThrough() && Patience.mayMend(Verdict.Code.valueOf(code));
    }
}
