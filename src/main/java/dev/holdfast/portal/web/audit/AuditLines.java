package dev.holdfast.portal.web.audit;

import dev.holdfast.changes.Audit;
import dev.holdfast.changes.Change;
import dev.holdfast.changes.Evidence;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes rows of the audit as they are read. */
final class AuditLines {

    private static final int NAMED = 2;

    private final Names names;
    private final ReaderTime time;

    AuditLines(Names names, ReaderTime time) {
        this.names = names;
        this.time = time;
    }

    /** In the order of their days, which stand above the first of each. */
    List<AuditLine> byDay(List<Evidence> shown) {
        var days = new HashSet<String>();
        return shown.stream().map(each -> {
            var startedAt = each.deployment().startedAt();
            var day = time.day(startedAt);
            return line(each, days.add(day) ? day : null, time.time(startedAt));
        }).toList();
    }

    /** In any order, each with its day. */
    List<AuditLine> dated(List<Evidence> shown) {
        return shown.stream().map(each -> line(each, null, time.full(each.deployment().startedAt()))).toList();
    }

    private AuditLine line(Evidence evidence, @Nullable String day, String began) {
        var deployment = evidence.deployment();
        var change = evidence.change();
        var entry = evidence.entry();
        return new AuditLine(
                day, began, took(deployment), deployment.service().value(), deployment.version(),
                people(evidence.authors()), people(evidence.reviewers()), deployment.deployer() == null ? "" : names.of(deployment.deployer()), approver(change),
                when(change), change == null ? null : change.reference(), change == null ? "" : change.kind().word(), AuditWords.of(evidence.said()),
                AuditWords.why(evidence.said()), AuditWords.outcome(evidence), evidence.gaps().stream().map(AuditWords::of).toList(),
                entry == null ? null : new AuditLine.Entry("#" + entry.sequence(), ledger(deployment)));
    }

    private static String took(Deployment deployment) {
        var finishedAt = deployment.finishedAt();
        var took = finishedAt == null ? Duration.ZERO : Duration.between(deployment.startedAt(), finishedAt);
        return took.isZero() || took.isNegative() ? "" : Figures.words(took);
    }

    private String people(List<String> all) {
        var first = all.stream().limit(NAMED).map(names::of).collect(Collectors.joining(", "));
        return all.size() > NAMED ? first + " and " + Figures.count(all.size() - NAMED) + " more" : first;
    }

    private String approver(@Nullable Change change) {
        return change != null && change.isApproved() && change.decidedBy() != null ? names.of(change.decidedBy()) : "";
    }

    /** Of a standard one, by which template; of others, when. */
    private String when(@Nullable Change change) {
        if (change == null || !change.isApproved() || change.decidedAt() == null) return "";
        if (change.kind() != Change.Kind.STANDARD) return time.moment(change.decidedAt());
        var revision = change.templateRevision() == null ? "" : ", revision " + change.templateRevision();
        return change.template() == null ? "" : change.template() + revision;
    }

    private static String ledger(Deployment deployment) {
        return "/api/v1/ledger?subject=" + URLEncoder.encode(Audit.subject(deployment), StandardCharsets.UTF_8);
    }
}
