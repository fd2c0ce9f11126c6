package dev.holdfast.changes.web;

import dev.holdfast.changes.Change;
import dev.holdfast.changes.Conflicts;
import dev.holdfast.changes.Risk;
import dev.holdfast.changes.Weighed;
import dev.holdfast.deployments.Commit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change as the API gives it. */
record ChangeView(
        String id, String number, Change.Kind kind, Change.State state, Change.@Nullable Outcome outcome, String service, String version,
        String environment, @Nullable String artifactDigest, String summary, @Nullable String description, @Nullable TemplateUsed template,
        @Nullable String incident, String raisedBy, Instant raisedAt, @Nullable String approvedBy, @Nullable Instant approvedAt,
        @Nullable String rejectedBy, @Nullable String reason, @Nullable Instant approvalDueBy, String waited, @Nullable Instant validFrom,
        @Nullable Instant validUntil, List<Commit> commits, Risk risk, List<Conflicts.With> conflicts, @Nullable String deployment,
        @Nullable Instant closedAt) {

    /** The template of a standard change, in the revision that was agreed. */
    record TemplateUsed(String name, @Nullable Integer revision) {}

    static ChangeView of(Weighed weighed, Instant now) {
        var change = weighed.change();
        var rejected = change.state() == Change.State.REJECTED;
        return new ChangeView(
                change.id().toString(), change.reference(), change.kind(), change.state(), change.outcome(), change.service().value(), change.version(),
                change.environment(), change.artifactDigest(), change.summary(), change.description(),
                change.template() == null ? null : new TemplateUsed(change.template(), change.templateRevision()),
                change.incident(), change.raisedBy(), change.raisedAt(), rejected ? null : change.decidedBy(), rejected ? null : change.decidedAt(),
                rejected ? change.decidedBy() : null, change.reason(), change.approvalDueBy(), change.waited(now).toString(), change.validFrom(),
                change.validUntil(), change.commits(), weighed.risk(), weighed.conflicts(), change.deployment(), change.closedAt());
    }
}
