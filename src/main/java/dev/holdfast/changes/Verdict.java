package dev.holdfast.changes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the gate decides, and by what.
 *
 * @param expiresAt until when an answer that lets through holds, as far as nothing else changes
 */
record Verdict(boolean allowed, Code code, String message, @Nullable Change change, @Nullable Instant expiresAt) {

    /** Why, for programs. */
    enum Code {
        PRE_APPROVED,
        APPROVED,
        EMERGENCY,
        ROLLBACK,
        NOT_GATED,
        NO_CHANGE,
        PENDING_APPROVAL,
        REJECTED,
        VERSION_MISMATCH,
        DIGEST_MISMATCH,
        EXPIRED,
        NOT_YET_VALID,
        SELF_APPROVED,
        FREEZE,
        TEMPLATE_SUSPENDED,
        ALREADY_CLOSED,
        NO_OPEN_INCIDENT,
        UNKNOWN_SERVICE
    }

    static Verdict allow(Code code, String message, @Nullable Change change, @Nullable Instant expiresAt) {
        return new Verdict(true, code, message, change, expiresAt);
    }

    static Verdict refuse(Code code, String message, @Nullable Change change) {
        return new Verdict(false, code, message, change, null);
    }
}
