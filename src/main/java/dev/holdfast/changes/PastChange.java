package dev.holdfast.changes;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Commit;
import dev.holdfast.deployments.Deployment;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A change into production as it stood elsewhere: still waiting where nobody decided it, closed where it has an outcome.
 *
 * @param template by which a standard one was agreed, in its revision of now
 * @param deployment the id of the deployment that went by it
 */
public record PastChange(
        ServiceName service, String version, Change.Kind kind, String summary, @Nullable String template, String raisedBy, Instant raisedAt,
        @Nullable String decidedBy, @Nullable Instant decidedAt, @Nullable String reason, Change.@Nullable Outcome outcome, @Nullable Instant closedAt,
        @Nullable String deployment, List<Commit> commits) {

    public PastChange {
        commits = List.copyOf(commits);
        if ((decidedBy == null) != (decidedAt == null)) throw new IllegalArgumentException("Who decided, and when, belong together");
        if ((outcome == null) != (closedAt == null)) throw new IllegalArgumentException("How it ended, and when, belong together");
        if (kind == Change.Kind.STANDARD && (template == null || decidedBy == null)) {
            throw new IllegalArgumentException("A standard change has its template, and who agreed to it: " + kind.name().toLowerCase(Locale.ROOT));
        }
    }

    Change change(@Nullable Integer revision) {
        var state = outcome != null ? Change.State.CLOSED : decidedAt != null ? Change.State.APPROVED : Change.State.RAISED;
        return new Change(
                ChangeId.fresh(), 0, kind, state, outcome, service, version, Deployment.PRODUCTION, null, summary, null, template, revision, null,
                raisedBy, raisedAt, decidedBy, decidedAt, reason, null, decidedAt, null, commits, List.of(), deployment, closedAt);
    }
}
