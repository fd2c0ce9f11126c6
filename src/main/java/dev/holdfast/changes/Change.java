package dev.holdfast.changes;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Commit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to bring one version of one service into one environment (C2).
 *
 * @param template the name of the template that covers a standard one, with its revision
 * @param incident the number of the incident of an emergency
 * @param decidedBy who approved or rejected it; of a standard one who agreed to its template
 * @param approvalDueBy until when an emergency has to be approved afterwards
 * @param unmet criteria of the template that are not true of the build, where it is normal for that
 * @param deployment the id of the deployment that it allowed
 */
public record Change(
        ChangeId id, long number, Kind kind, State state, @Nullable Outcome outcome, ServiceName service, String version, String environment,
        @Nullable String artifactDigest, String summary, @Nullable String description, @Nullable String template, @Nullable Integer templateRevision,
        @Nullable String incident, String raisedBy, Instant raisedAt, @Nullable String decidedBy, @Nullable Instant decidedAt, @Nullable String reason,
        @Nullable Instant approvalDueBy, @Nullable Instant validFrom, @Nullable Instant validUntil, List<Commit> commits, List<Criterion> unmet,
        @Nullable String deployment, @Nullable Instant closedAt) {

    /** Who has to approve it, and when. */
    public enum Kind {
        STANDARD,
        NORMAL,
        EMERGENCY;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it is. */
    public enum State {
        RAISED,
        APPROVED,
        REJECTED,
        IMPLEMENTING,
        CLOSED,
        EXPIRED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it ended. */
    public enum Outcome {
        SUCCESSFUL,
        UNSUCCESSFUL,
        BACKED_OUT,
        WITHDRAWN;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean failed() {
            return this == UNSUCCESSFUL || this == BACKED_OUT;
        }
    }

    public Change {
        commits = List.copyOf(commits);
        unmet = List.copyOf(unmet);
    }

    /** As people call it. */
    public String reference() {
        return "CHG-" + number;
    }

    public boolean isOpen() {
        return state == State.RAISED || state == State.APPROVED || state == State.IMPLEMENTING;
    }

    public boolean isEmergency() {
        return kind == Kind.EMERGENCY;
    }

    /** An emergency goes first and is approved afterwards. */
    public boolean owesApproval() {
        return isEmergency() && decidedAt == null && outcome != Outcome.WITHDRAWN;
    }

    public boolean isOverdue(Instant now) {
        return owesApproval() && approvalDueBy != null && approvalDueBy.isBefore(now);
    }

    public boolean isApproved() {
        return decidedAt != null && state != State.REJECTED;
    }

    /** How long it waited for a decision; of one that still waits, until now. */
    public Duration waited(Instant now) {
        if (kind == Kind.STANDARD) return Duration.ZERO;
        var until = decidedAt != null ? decidedAt : closedAt != null ? closedAt : now;
        var waited = Duration.between(raisedAt, until);
        return waited.isNegative() ? Duration.ZERO : waited;
    }

    /** As it stands at that instant: an approval that nobody used in time is none. */
    public Change at(Instant now) {
        return state == State.APPROVED && validUntil != null && !now.isBefore(validUntil) ? went(State.EXPIRED, outcome, deployment, closedAt) : this;
    }

    /** As it stood at an instant, as its own times tell; empty before it was raised. Whether it was being implemented they do not tell. */
    Optional<Change> then(Instant at) {
        if (raisedAt.isAfter(at)) return Optional.empty();
        if (closedAt != null && !closedAt.isAfter(at)) return Optional.of(this);
        var open = went(state == State.REJECTED ? State.REJECTED : State.APPROVED, null, null, null);
        return Optional.of(decidedAt != null && !decidedAt.isAfter(at) ? open : open.decided(State.RAISED, null, null, null, validFrom, validUntil));
    }

    Change went(State state, @Nullable Outcome outcome, @Nullable String deployment, @Nullable Instant closedAt) {
        return new Change(
                id, number, kind, state, outcome, service, version, environment, artifactDigest, summary, description, template, templateRevision,
                incident, raisedBy, raisedAt, decidedBy, decidedAt, reason, approvalDueBy, validFrom, validUntil, commits, unmet, deployment, closedAt);
    }

    Change decided(State state, @Nullable String by, @Nullable Instant at, @Nullable String reason, @Nullable Instant validFrom, @Nullable Instant validUntil) {
        return new Change(
                id, number, kind, state, outcome, service, version, environment, artifactDigest, summary, description, template, templateRevision,
                incident, raisedBy, raisedAt, by, at, reason, approvalDueBy, validFrom, validUntil, commits, unmet, deployment, closedAt);
    }

    /** Whether somebody had a hand in it: they do not approve it themselves. */
    boolean isOf(@Nullable String person) {
        return person != null
                && (person.equals(raisedBy) || commits.stream().anyMatch(commit -> Objects.equals(commit.author(), person)));
    }
}
