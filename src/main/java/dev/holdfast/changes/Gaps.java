package dev.holdfast.changes;

import dev.holdfast.deployments.Commit;
import dev.holdfast.deployments.Deployment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is missing of a deployment's evidence: pure. */
final class Gaps {

    private Gaps() {}

    static List<Gap> of(Deployment deployment, @Nullable Change change, Instant now) {
        if (!deployment.isInProduction()) return List.of();
        if (change == null) return List.of(Gap.NO_CHANGE);
        var gaps = new ArrayList<Gap>();
        if (!change.isApproved() && !change.isEmergency()) gaps.add(Gap.NOT_APPROVED);
        if (change.state() == Change.State.REJECTED && change.isEmergency()) gaps.add(Gap.NOT_APPROVED);
        var decidedAt = change.decidedAt();
        var afterwards = change.kind() == Change.Kind.NORMAL && change.isApproved() && decidedAt != null && decidedAt.isAfter(deployment.startedAt());
        if (afterwards) gaps.add(Gap.APPROVED_AFTER_START);
        var approver = change.decidedBy();
        var self = change.kind() != Change.Kind.STANDARD && change.isApproved() && approver != null && (change.isOf(approver) || approver.equals(deployment.deployer()));
        if (self) gaps.add(Gap.SELF_APPROVED);
        if (change.commits().stream().anyMatch(Gaps::isReviewedByItsAuthor)) gaps.add(Gap.AUTHOR_ONLY_REVIEW);
        var digests = change.artifactDigest() != null && deployment.artifactDigest() != null;
        if (digests && !Objects.equals(change.artifactDigest(), deployment.artifactDigest())) gaps.add(Gap.DIGEST_DIFFERS);
        if (change.isOverdue(now)) gaps.add(Gap.APPROVAL_OVERDUE);
        return gaps;
    }

    private static boolean isReviewedByItsAuthor(Commit commit) {
        return commit.reviewer() != null && commit.reviewer().equals(commit.author());
    }
}
