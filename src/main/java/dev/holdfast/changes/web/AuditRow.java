package dev.holdfast.changes.web;

import dev.holdfast.changes.Change;
import dev.holdfast.changes.Evidence;
import dev.holdfast.changes.Gap;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.http.NotApplicable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of the audit. */
record AuditRow(
        String deployment, String service, String version, String environment, @Nullable String artifactDigest, int commits, List<String> authors,
        List<String> reviewers, @Nullable Instant builtAt, @Nullable Boolean testsPassed, @Nullable String change, Change.@Nullable Kind changeKind,
        @Nullable TemplateUsed template, @Nullable String approver, @Nullable Instant approvedAt, @Nullable String gateDecision, @Nullable String gateAnswer,
        @Nullable String deployer, Instant startedAt, @Nullable Instant finishedAt, Deployment.Status outcome, Object leadTime, List<String> incidents,
        @Nullable String remediatedBy, List<Gap> gaps, @Nullable Recorded ledger) {

    static final List<String> HEAD = List.of(
            "deployment", "service", "version", "environment", "artifactDigest", "commits", "authors", "reviewers", "builtAt", "testsPassed", "change",
            "changeKind", "template", "templateRevision", "approver", "approvedAt", "gateDecision", "gateAnswer", "deployer", "startedAt", "finishedAt", "outcome",
            "leadTime", "incidents", "remediatedBy", "gaps", "ledgerSequence", "ledgerHash");

    record TemplateUsed(String name, @Nullable Integer revision, @Nullable String agreedBy) {}

    record Recorded(long sequence, String hash) {}

    static AuditRow of(Evidence evidence) {
        var deployment = evidence.deployment();
        var change = evidence.change();
        var approved = change != null && change.isApproved() ? change : null;
        var failure = evidence.known().failure();
        var entry = evidence.entry();
        var said = evidence.said();
        return new AuditRow(
                deployment.id(), deployment.service().value(), deployment.version(), deployment.environment(), deployment.artifactDigest(),
                evidence.commits().size(), evidence.authors(), evidence.reviewers(), evidence.known().builtAt(), evidence.testsPassed(),
                change == null ? null : change.reference(), change == null ? null : change.kind(),
                change == null || change.template() == null
                        ? null
                        : new TemplateUsed(change.template(), change.templateRevision(), change.decidedBy()),
                approved == null ? null : approved.decidedBy(), approved == null ? null : approved.decidedAt(),
                said == null ? null : said.decision().toString(), said == null ? null : said.code(), deployment.deployer(), deployment.startedAt(),
                deployment.finishedAt(), deployment.status(), DeploymentView.leadTime(evidence),
                change == null || change.incident() == null ? List.of() : List.of(change.incident()), failure == null ? null : failure.by(),
                evidence.gaps(), entry == null ? null : new Recorded(entry.sequence(), entry.hash()));
    }

    List<String> cells() {
        return Stream.<@Nullable Object>of(
                        deployment, service, version, environment, artifactDigest, commits, String.join(" ", authors), String.join(" ", reviewers), builtAt,
                        testsPassed, change, changeKind == null ? null : changeKind.word(), template == null ? null : template.name(),
                        template == null ? null : template.revision(), approver, approvedAt, gateDecision, gateAnswer, deployer, startedAt, finishedAt, outcome.word(),
                        leadTime instanceof NotApplicable ? null : leadTime, String.join(" ", incidents), remediatedBy,
                        gaps.stream().map(Gap::name).collect(Collectors.joining(" ")), ledger == null ? null : ledger.sequence(),
                        ledger == null ? null : ledger.hash())
                .map(each -> each == null ? "" : each.toString())
                .toList();
    }
}
