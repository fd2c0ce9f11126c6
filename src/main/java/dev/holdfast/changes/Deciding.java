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
        return new Change(
                change.id(), change.number(), change.kind(), state, change.outcome(), change.service(), change.version(), change.environment(),
                change.artifactDigest(), change.summary(), change.description(), change.template(), change.templateRevision(), change.incident(),
                change.raisedBy(), change.raisedAt(), by, at, reason.isBlank() ? null : reason, change.approvalDueBy(),
                change.validFrom() == null ? at : change.validFrom(), until, change.commits(), change.unmet(), change.deployment(), change.closedAt());
    }

    static Change rejected(Change change, String by, Instant at, String reason) {
        return new Change(
                change.id(), change.number(), change.kind(), State.REJECTED, change.outcome(), change.service(), change.version(), change.environment(),
                change.artifactDigest(), change.summary(), change.description(), change.template(), change.templateRevision(), change.incident(),
                change.raisedBy(), change.raisedAt(), by, at, reason, change.approvalDueBy(), change.validFrom(), change.validUntil(),
                change.commits(), change.unmet(), change.deployment(), change.closedAt());
    }

    /** A deployment has begun by it. */
    static Change implementing(Change change, String deployment) {
        return with(change, State.IMPLEMENTING, change.outcome(), deployment, change.closedAt());
    }

    static Change closed(Change change, Outcome outcome, Instant at, @Nullable String deployment) {
        return with(change, State.CLOSED, outcome, deployment, change.closedAt() == null ? at : change.closedAt());
    }

    /** One that waited becomes the emergency that somebody raises for the same version. */
    static Change urgent(Change change, Change emergency) {
        return new Change(
                change.id(), change.number(), Kind.EMERGENCY, change.state(), change.outcome(), change.service(), change.version(), change.environment(),
                change.artifactDigest(), change.summary(), change.description(), null, null, emergency.incident(), change.raisedBy(), change.raisedAt(),
                change.decidedBy(), change.decidedAt(), change.reason(), emergency.approvalDueBy(), emergency.validFrom(), emergency.validUntil(),
                change.commits(), change.unmet(), change.deployment(), change.closedAt());
    }

    private static Change with(Change change, State state, @Nullable Outcome outcome, @Nullable String deployment, @Nullable Instant closedAt) {
        return new Change(
                change.id(), change.number(), change.kind(), state, outcome, change.service(), change.version(), change.environment(),
                change.artifactDigest(), change.summary(), change.description(), change.template(), change.templateRevision(), change.incident(),
                change.raisedBy(), change.raisedAt(), change.decidedBy(), change.decidedAt(), change.reason(), change.approvalDueBy(),
                change.validFrom(), change.validUntil(), change.commits(), change.unmet(), deployment, closedAt);
    }
}
