package dev.holdfast.changes;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.Change.Outcome;
import dev.holdfast.deployments.Build;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.Deployments;
import dev.holdfast.deployments.Deployments.Recorded;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for what pipelines report: a build that passed raises its change, a deployment closes it (C2, C5). */
@Service
public class Pipelines {

    /** What is older is history that somebody imports: it raises no change. */
    private static final Duration RECENT = Duration.ofDays(7);

    private static final int LATEST = 20;

    private final Deployments deployments;
    private final Changes changes;
    private final ChangeStore store;
    private final ReleaseStore releases;
    private final TemplateStore templateStore;
    private final ChangeTemplates templates;
    private final ChangePolicies policies;
    private final Documents documents;
    private final Ledger ledger;
    private final ChangeNews changed;
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
        this.changed = news;
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

    /** A deployment as somebody reports it. */
    public record Report(Deployment deployment, String by) {}

    /** Records a deployment and closes its change; one to the version before is a rollback, whatever its sender calls it. */
    @Transactional
    public Recorded<Deployment> deployed(Deployment deployment, String by) {
        return deployed(List.of(new Report(deployment, by))).getFirst();
    }

    /** Several one after the other, with the statements of one where they are of different services. */
    @Transactional
    public List<Recorded<Deployment>> deployed(List<Report> reports) {
        var recorded = new TreeMap<Integer, Recorded<Deployment>>();
        var told = new ArrayList<ReleasesRecorded.Release>();
        for (var turn : turns(reports)) {
            var became = together(turn.stream().map(reports::get).toList(), told);
            for (int each = 0; each < turn.size(); each++) recorded.put(turn.get(each), became.get(each));
        }
        if (!told.isEmpty()) followers.orderedStream().forEach(each -> each.deployed(told));
        return List.copyOf(recorded.values());
    }

    /** The places of the first of each service, then of the second ones, and so on: each sees what its service did before. */
    private static List<List<Integer>> turns(List<Report> reports) {
        var turns = new ArrayList<List<Integer>>();
        var seen = new HashMap<ServiceName, Integer>();
        for (int place = 0; place < reports.size(); place++) {
            int turn = seen.merge(reports.get(place).deployment().service(), 1, Integer::sum) - 1;
            if (turn == turns.size()) turns.add(new ArrayList<>());
            turns.get(turn).add(place);
        }
        return turns;
    }

    /** What a report changed of what is known of production. */
    private record News(Recorded<Deployment> recorded, String by) {

        Deployment deployment() {
            return recorded.after();
        }
    }

    /**
     * Those of different services.
     *
     * @param told gathers what people hear of
     */
    private List<Recorded<Deployment>> together(List<Report> reports, List<ReleasesRecorded.Release> told) {
        var said = reports.stream().map(Report::deployment).toList();
        var before = deployments.before(said.stream().filter(Pipelines::mayUndo).toList(), LATEST);
        var rollbackFor = policies.now().rollbackFor();
        var recorded = deployments.record(said.stream().map(each -> recognised(each, before, rollbackFor)).toList());
        var news = IntStream.range(0, recorded.size())
                .filter(place -> recorded.get(place).isNews() && recorded.get(place).after().isInProduction())
                .mapToObj(place -> new News(recorded.get(place), reports.get(place).by()))
                .toList();
        if (!news.isEmpty()) follow(news, before, told);
        return recorded;
    }

    private static boolean mayUndo(Deployment deployment) {
        return deployment.isInProduction() && deployment.kind() != Deployment.Kind.HOTFIX;
    }

    private static Deployment recognised(Deployment deployment, Map<ServiceName, List<Deployment>> before, Duration rollbackFor) {
        if (deployment.kind() != Deployment.Kind.PLANNED || !deployment.isInProduction()) return deployment;
        return Gating.undone(deployment.version(), before.getOrDefault(deployment.service(), List.of()), rollbackFor, deployment.startedAt())
                .map(present -> deployment.as(Deployment.Kind.ROLLBACK, present.id()))
                .orElse(deployment);
    }

    private void follow(List<News> news, Map<ServiceName, List<Deployment>> before, List<ReleasesRecorded.Release> told) {
        changed.changed();
        var changes = changesOf(news, before);
        releases.went(news.stream().map(News::deployment).filter(each -> changes.containsKey(each.service()))
                .collect(Collectors.toMap(ReleaseStore.Ref::of, each -> changes.get(each.service()))));
        for (var each : news) {
            var deployment = each.deployment();
            var change = changes.get(deployment.service());
            var followed = change == null ? null : follow(change, deployment);
            if (deployment.kind() == Deployment.Kind.ROLLBACK && deployment.status().wasLive()) backOut(deployment);
            var known = each.recorded().before();
            if (known == null || !known.startedAt().equals(deployment.startedAt())) enter(each.by(), deployment, known, change);
            var isHeard = known == null || known.isOver() != deployment.isOver();
            if (isHeard && deployment.startedAt().isAfter(now().minus(RECENT))) told.add(release(deployment, followed));
        }
    }

    /** What the ledger says of a deployment that is new, or began at another time than was known. */
    void enter(String by, Deployment deployment, @Nullable Deployment before, @Nullable Change change) {
        ledger.record(
                by, before == null ? "deploy" : "date-deployment", Audit.subject(deployment), before == null ? null : before.startedAt(),
                Map.of("deployment", deployment.id(), "version", deployment.version(), "startedAt", deployment.startedAt(),
                        "change", change == null ? "none" : change.reference()));
    }

    private ReleasesRecorded.Release release(Deployment deployment, @Nullable Change change) {
        return new ReleasesRecorded.Release(deployment, Gaps.of(deployment, change, now()).stream().noneMatch(Gap::isUnapproved));
    }

    /** One of the past closes the open change that it names. */
    void follow(ChangeId change, Deployment deployment) {
        follow(store.lock(change), deployment);
    }

    /** By service the one it went by before, the one that it names, the open one of its version, or of a rollback that of what it takes back. */
    private Map<ServiceName, Change> changesOf(List<News> news, Map<ServiceName, List<Deployment>> before) {
        var found = new HashMap<ServiceName, Change>();
        var said = news.stream().map(News::deployment).toList();
        releases.by(said.stream().map(ReleaseStore.Ref::of).toList()).forEach((release, change) -> found.put(release.service(), change));
        for (var each : said) {
            if (found.containsKey(each.service()) || each.change() == null) continue;
            store.find(each.change()).filter(named -> named.service().equals(each.service())).ifPresent(named -> found.put(each.service(), named));
        }
        var others = said.stream().filter(each -> !found.containsKey(each.service())).map(ChangeStore.Release::of).toList();
        store.open(others).forEach(change -> found.put(change.service(), change));
        for (var each : news) {
            var deployment = each.deployment();
            if (found.containsKey(deployment.service()) || deployment.kind() != Deployment.Kind.ROLLBACK) continue;
            ofWhatItUndoes(deployment, before, each.by()).ifPresent(change -> found.put(deployment.service(), change));
        }
        return store.lock(found.values().stream().map(Change::id).toList()).stream().collect(Collectors.toMap(Change::service, each -> each));
    }

    /** Where that went by none, an emergency is raised by itself, whose approval is owed afterwards. */
    private Optional<Change> ofWhatItUndoes(Deployment rollback, Map<ServiceName, List<Deployment>> before, String by) {
        if (rollback.startedAt().isBefore(now().minus(RECENT))) return Optional.empty();
        var undone = before.getOrDefault(rollback.service(), List.of()).stream().filter(each -> each.id().equals(rollback.remediates())).findFirst();
        var theirs = undone.flatMap(each -> releases.by(ReleaseStore.Ref.of(each)));
        return theirs.or(() -> Optional.of(changes.raise(new Wanted(
                rollback.service(), rollback.version(), rollback.environment(), Change.Kind.EMERGENCY, "Roll back to " + rollback.version(),
                null, null, rollback.artifactDigest()), by).change()));
    }

    /** The change as it is now that this is known of its deployment. */
    private Change follow(Change change, Deployment deployment) {
        if (!deployment.version().equals(change.version())) return change;
        var outcome = outcome(deployment.status());
        if (outcome == null) {
            if (!change.isOpen() || change.state() == Change.State.IMPLEMENTING) return change;
            var implementing = Deciding.implementing(change, deployment.id());
            store.change(implementing);
            return implementing;
        }
        if (change.state() == Change.State.CLOSED && change.outcome() == outcome) return change;
        return close(change, outcome, deployment.at(), deployment.id());
    }

    private void backOut(Deployment rollback) {
        if (rollback.remediates() == null) return;
        releases.by(new ReleaseStore.Ref(rollback.service(), rollback.remediates()))
                .map(found -> store.lock(found.id()))
                .filter(change -> change.outcome() != Outcome.BACKED_OUT)
                .ifPresent(change -> close(change, Outcome.BACKED_OUT, rollback.at(), change.deployment()));
    }

    private Change close(Change change, Outcome outcome, Instant at, @Nullable String deployment) {
        var closed = Deciding.closed(change, outcome, at, deployment);
        store.change(closed);
        ledger.record("holdfast", "close-change", Changes.subject(change), change.state(), Map.of("outcome", outcome.word()));
        if (outcome.failed() && change.kind() == Change.Kind.STANDARD) templates.judge(change.service());
        return closed;
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
