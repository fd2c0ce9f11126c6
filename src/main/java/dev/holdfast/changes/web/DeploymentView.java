package dev.holdfast.changes.web;

import dev.holdfast.changes.Evidence;
import dev.holdfast.changes.Gap;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.Known;
import dev.holdfast.http.NotApplicable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A deployment as the API gives it. */
record DeploymentView(
        String id, String service, String version, String environment, Deployment.Status status, Deployment.Kind kind, @Nullable String remediates,
        Instant startedAt, @Nullable Instant finishedAt, @Nullable String deployer, @Nullable String commit, @Nullable String artifactDigest,
        @Nullable Instant builtAt, @Nullable String change, boolean approved, List<Gap> gaps, Object leadTime, Known.@Nullable Failure failed) {

    static final List<String> HEAD = List.of(
            "id", "service", "version", "environment", "status", "kind", "remediates", "startedAt", "finishedAt", "deployer", "commit",
            "artifactDigest", "builtAt", "change", "approved", "gaps", "leadTime", "failed");

    private static final NotApplicable NO_LEAD_TIME =
            new NotApplicable("it did not go live, was live before, or nobody told when it was built");

    static DeploymentView of(Evidence evidence) {
        var deployment = evidence.deployment();
        var change = evidence.change();
        return new DeploymentView(
                deployment.id(), deployment.service().value(), deployment.version(), deployment.environment(), deployment.status(), deployment.kind(),
                deployment.remediates(), deployment.startedAt(), deployment.finishedAt(), deployment.deployer(), deployment.commit(),
                deployment.artifactDigest(), evidence.known().builtAt(), change == null ? null : change.reference(), evidence.isApproved(),
                evidence.gaps(), leadTime(evidence), evidence.known().failure());
    }

    static Object leadTime(Evidence evidence) {
        var leadTime = evidence.known().leadTime();
        return leadTime == null ? NO_LEAD_TIME : leadTime.toString();
    }

    List<String> cells() {
        return Stream.<@Nullable Object>of(
                        id, service, version, environment, status.word(), kind.word(), remediates, startedAt, finishedAt, deployer, commit, artifactDigest,
                        builtAt, change, approved, gaps.stream().map(Gap::name).collect(Collectors.joining(" ")),
                        leadTime instanceof NotApplicable ? null : leadTime, failed == null ? null : failed.why())
                .map(each -> each == null ? "" : each.toString())
                .toList();
    }
}
