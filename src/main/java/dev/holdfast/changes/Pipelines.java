package dev.holdfast.changes;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.changes.Change.Outcome;
import dev.holdfast.deployments.Build;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.DeploymentFilter;
import dev.holdfast.deployments.Deployments;
import dev.holdfast.deployments.Deployments.Recorded;
import dev.holdfast.http.Limit;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for what pipelines report: a build that passed raises its change, a deployment closes it (C2, C5). */
@Service
public class Pipelines {

    /** What is older is history that somebody imports: it raises no change. */
    private static final Duration RECENT = Duration.ofDays(7);

    private static final Limit LATEST = new Limit(20);

    private final Deployments deployments;
    private final Changes changes;
    private final ChangeStore store;
    private final ReleaseStore releases;
    private final TemplateStore templateStore;
    private final ChangeTemplates templates;
    private final ChangePolicies policies;
    private final Documents documents;
    private final Ledger ledger;
    private final ChangeNews news;
    private final ObjectProvider<ReleasesRecorded> followers;
    private final Clock clock;

    Pipelines(
            Deployments deployments, Changes changes, ChangeStore store, ReleaseStore releases, TemplateStore templateStore,
            ChangeTemplates templates, ChangePolicies policies, Documents documents, Ledger ledger, ChangeNews news,
            ObjectProvider<ReleasesRecorded> followers, Clock clock) {
        this.deployments = deployments;
        this.changes = changes;
        this.store = store;
        this.releases = releases;
        this.templateStore = templateStore;
        this.templates = templates;
        this.policies = policies;
        this.documents = documents;
        this.ledger = ledger;
        this.news = news;
        this.followers = followers;
        this.clock = clock;
    }

    /** Records a build; one whose last activity before production succeeded raises its change. */
    @Transactional
    public Recorded<Build> built(Build build, String by) {
        var recorded = deployments.record(build);
        var before = recorded.before();
        var passedBefore = before != null && Boolean.TRUE.equals(before.preProductionPassed());
        var passed = Boolean.TRUE.equals(recorded.after().preProductionPassed()) && !passedBefore;
        if (passed && recorded.after().builtAt().isAfter(now().minus(RECENT))) {
            environments(build).stream()
                    .filter(environment -> !store.hasRaised(build.service(), build.version(), environment))
                    .forEach(environment -> changes.raise(Wanted.release(build.service(), build.version(), environment), by));
        }
        return recorded;
    }

    /** Records a deployment and closes its change; one to the version before is a rollback, whatever its sender calls it. */
    @Transactional
    public Recorded<Deployment> deployed(Deployment deployment, String by) {
        var recognised = recognised(deployment);
        var recorded = deployments.record(recognised);
        var after = recorded.after();
        if (!after.isInProduction() || after.equals(recorded.before())) return recorded;
        news.changed();
        var change = changeOf(after, by);
        change.ifPresent(found -> {
            releases.went(after.service(), after.id(), found.id());
            follow(found, after);
        });
        if (after.kind() == Deployment.Kind.ROLLBACK && after.status().wasLive()) backOut(after);
        var before = recorded.before();
        if (before == null || !before.startedAt().equals(after.startedAt())) {
            ledger.record(by, before == null ? "deploy" : "date-deployment", Audit.subject(after), before == null ? null : before.startedAt(),
                    facts(after, change.orElse(null)));
        }
        if (before == null || before.isOver() != after.isOver()) tell(after, change.map(Change::id));
        return recorded;
    }

    private void tell(Deployment deployment, Optional<ChangeId> change) {
        if (!deployment.startedAt().isAfter(now().minus(RECENT))) return;
        var gaps = Gaps.of(deployment, change.map(store::lock).orElse(null), now());
        followers.orderedStream().forEach(each -> each.deployed(deployment, gaps.stream().noneMatch(Gap::isUnapproved)));
    }

    /** What the ledger says of a deployment. */
    static Map<String, Object> facts(Deployment deployment, @Nullable Change change) {
        return Map.of(
                "deployment", deployment.id(), "version", deployment.version(), "startedAt", deployment.startedAt(),
                "change", change == null ? "none" : change.reference());
    }

    /** One of the past closes the open change that it names. */
    void follow(ChangeId change, Deployment deployment) {
        follow(store.lock(change), deployment);
    }

    private Deployment recognised(Deployment deployment) {
        if (deployment.kind() != Deployment.Kind.PLANNED || !deployment.isInProduction()) return deployment;
        var undone = undone(deployment);
        return undone.map(present -> deployment.as(Deployment.Kind.ROLLBACK, present.id())).orElse(deployment);
    }

    /** The deployment that this one takes back. */
    private Optional<Deployment> undone(Deployment deployment) {
        return Gating.undone(deployment.version(), attemptsBefore(deployment), policies.now().rollbackFor(), deployment.startedAt());
    }

    private List<Deployment> attemptsBefore(Deployment deployment) {
        var filter = new DeploymentFilter(Set.of(deployment.service().value()), deployment.environment(), null, deployment.startedAt());
        return deployments.list(filter, null, LATEST).items().stream().filter(other -> !other.id().equals(deployment.id())).toList();
    }

    /** The one it went by before, the one that it names, the open one of its version, or of a rollback that of what it takes back. */
    private Optional<Change> changeOf(Deployment deployment, String by) {
        var known = releases.by(ReleaseStore.Ref.of(deployment));
        return known.or(() -> Optional.ofNullable(deployment.change()).flatMap(store::find).filter(named -> named.service().equals(deployment.service())))
                .or(() -> store.open(deployment.service(), deployment.version(), deployment.environment()))
                .or(() -> deployment.kind() == Deployment.Kind.ROLLBACK ? ofWhatItUndoes(deployment, by) : Optional.empty())
                .map(found -> store.lock(found.id()));
    }

    /** Where that went by none, an emergency is raised by itself, whose approval is owed afterwards. */
    private Optional<Change> ofWhatItUndoes(Deployment rollback, String by) {
        if (rollback.startedAt().isBefore(now().minus(RECENT))) return Optional.empty();
        var undone = Optional.ofNullable(rollback.remediates()).flatMap(id -> attemptsBefore(rollback).stream().filter(each -> each.id().equals(id)).findFirst());
        var theirs = undone.flatMap(each -> releases.by(ReleaseStore.Ref.of(each)));
        return theirs.or(() -> Optional.of(changes.raise(new Wanted(
                rollback.service(), rollback.version(), rollback.environment(), Change.Kind.EMERGENCY, "Roll back to " + rollback.version(),
                null, null, rollback.artifactDigest()), by).change()));
    }

    private void follow(Change change, Deployment deployment) {
        if (!deployment.version().equals(change.version())) return;
        var outcome = outcome(deployment.status());
        if (outcome == null) {
            if (change.isOpen() && change.state() != Change.State.IMPLEMENTING) store.change(Deciding.implementing(change, deployment.id()));
            return;
        }
        if (change.state() == Change.State.CLOSED && change.outcome() == outcome) return;
        close(change, outcome, deployment.at(), deployment.id());
    }

    private void backOut(Deployment rollback) {
        if (rollback.remediates() == null) return;
        releases.by(new ReleaseStore.Ref(rollback.service(), rollback.remediates()))
                .map(found -> store.lock(found.id()))
                .filter(change -> change.outcome() != Outcome.BACKED_OUT)
                .ifPresent(change -> close(change, Outcome.BACKED_OUT, rollback.at(), change.deployment()));
    }

    private void close(Change change, Outcome outcome, Instant at, @Nullable String deployment) {
        var closed = Deciding.closed(change, outcome, at, deployment);
        store.change(closed);
        ledger.record("holdfast", "close-change", Changes.subject(change), change.state(), Map.of("outcome", outcome.word()));
        if (outcome.failed() && change.kind() == Change.Kind.STANDARD) templates.judge(change.service());
    }

    private static @Nullable Outcome outcome(Deployment.Status status) {
        return switch (status) {
            case STARTED -> null;
            case SUCCEEDED -> Outcome.SUCCESSFUL;
            case FAILED -> Outcome.UNSUCCESSFUL;
            case ROLLED_BACK -> Outcome.BACKED_OUT;
        };
    }

    private Set<String> environments(Build build) {
        var environments = new LinkedHashSet<String>(List.of(Deployment.PRODUCTION));
        var today = LocalDate.ofInstant(now(), documents.at(now()).calendar().zone());
        templateStore.of(List.of(build.service().value())).stream()
                .filter(template -> template.environments().stream().anyMatch(environment -> template.isInForce(environment, today)))
                .forEach(template -> environments.addAll(template.environments()));
        return environments;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
