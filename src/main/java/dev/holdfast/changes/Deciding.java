package dev.holdfast.changes;

import dev.holdfast.changes.Change.Kind;
import dev.holdfast.changes.Change.Outcome;
import dev.holdfast.changes.Change.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a change: pure. */
final class Deciding {

    private Deciding() {}

    /** An emergency that went already stays as far as it is. */
    static Change approved(Change change, String by, Instant at, String reason, @Nullable Instant until) {
        var state = change.state() == State.RAISED ? State.APPROVED : change.state();
        return change.decided(state, by, at, reason.isBlank() ? null : reason, change.validFrom() == null ? at : change.validFrom(), until);
    }

    static Change rejected(Change change, String by, Instant at, String reason) {
        return change.decided(State.REJECTED, by, at, reason, change.validFrom(), change.validUntil());
    }

    /** A deployment has begun by it. */
    static Change implementing(Change change, String deployment) {
        return change.went(State.IMPLEMENTING, change.outcome(), deployment, change.closedAt());
    }

    static Change closed(Change change, Outcome outcome, Instant at, @Nullable String deployment) {
        return change.went(State.CLOSED, outcome, deployment, change.closedAt() == null ? at : change.closedAt());
    }

    /** One that waited becomes the emergency that somebody raises for the same version. */
    static Change urgent(Change change, Change emergency) {
        return new Change(
                change.id(), change.number(), Kind.EMERGENCY, change.state(), change.outcome(), change.service(), change.version(), change.environment(),
                change.artifactDigest(), change.summary(), change.description(), null, null, emergency.incident(), change.raisedBy(), change.raisedAt(),
                change.decidedBy(), change.decidedAt(), change.reason(), emergency.approvalDueBy(), emergency.validFrom(), emergency.validUntil(),
                change.commits(), change.unmet(), change.deployment(), change.closedAt());
    }
}
