package dev.holdfast.changes;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.DeploymentFilter;
import dev.holdfast.deployments.DeploymentPosition;
import dev.holdfast.deployments.Deployments;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.ledger.Entry;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What an auditor asks: it starts from the deployments, so that what went around the gate is found (C8). */
@Service
public class Audit {

    private static final Limit PAGE = new Limit(500);
    private static final int ENTRIES_OF_ONE = 4;
    private static final int MOST_SAMPLES = 500;
    private static final int MUCH = 3_000;
    private static final String SUBJECT = "deployment/";

    private final Deployments deployments;
    private final ReleaseStore releases;
    private final GateStore decisions;
    private final AuditStore store;
    private final Ledger ledger;
    private final Clock clock;

    Audit(Deployments deployments, ReleaseStore releases, GateStore decisions, AuditStore store, Ledger ledger, Clock clock) {
        this.deployments = deployments;
        this.releases = releases;
        this.decisions = decisions;
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What is known of these; six queries however many there are. */
    public List<Evidence> of(List<Deployment> asked) {
        if (asked.isEmpty()) return List.of();
        var now = clock.instant();
        var went = releases.by(asked.stream().map(ReleaseStore.Ref::of).toList());
        var said = decisions.before(asked);
        var subjects = asked.stream().map(Audit::subject).toList();
        var entries = ledger.latest(subjects, Instant.EPOCH, ENTRIES_OF_ONE * asked.size()).stream()
                .collect(Collectors.toMap(Entry::subject, Function.identity(), (latest, earlier) -> earlier));
        return deployments.known(asked).stream()
                .map(known -> {
                    var ref = ReleaseStore.Ref.of(known.deployment());
                    var change = went.get(ref);
                    return new Evidence(
                            known, change == null ? null : change.at(now), Gaps.of(known.deployment(), change, now), said.get(ref),
                            entries.get(subject(known.deployment())));
                })
                .toList();
    }

    /** The latest first. */
    public Listing<Evidence> list(DeploymentFilter filter, @Nullable String cursor, Limit limit, Viewer viewer) {
        return list(AuditQuestion.all(filter), cursor, limit, viewer);
    }

    /** The latest first. */
    public Listing<Evidence> list(AuditQuestion question, @Nullable String cursor, Limit limit, Viewer viewer) {
        viewer.demand(Scope.READ);
        if (question.only() == null) {
            var page = deployments.list(question.population(), cursor, limit);
            return new Listing<>(of(page.items()), page.next());
        }
        var before = Cursor.read(cursor, DeploymentPosition::of).orElse(null);
        var found = Listing.cut(store.list(question, before, limit.andOne(), clock.instant()), limit, each -> each.position().toString());
        return new Listing<>(found(found.items()), found.next());
    }

    /** From where on there are so many that counting what is true of them takes its time; empty where there are not. */
    public Optional<Instant> muchFrom(DeploymentFilter population) {
        return deployments.beginOfMoreThan(MUCH, population);
    }

    /** All of them, a page at a time. */
    public void each(DeploymentFilter filter, Viewer viewer, Consumer<List<Evidence>> page) {
        each(AuditQuestion.all(filter), viewer, page);
    }

    /** All of them, a page at a time. */
    public void each(AuditQuestion question, Viewer viewer, Consumer<List<Evidence>> page) {
        String cursor = null;
        do {
            var next = list(question, cursor, PAGE, viewer);
            page.accept(next.items());
            cursor = next.next();
        } while (cursor != null);
    }

    /** One statement, however many they are. */
    public AuditSummary summary(DeploymentFilter filter, Viewer viewer) {
        viewer.demand(Scope.READ);
        return store.count(filter, clock.instant());
    }

    /** The same ones for the same seed while the population stands. */
    public List<Evidence> sample(AuditQuestion question, int size, long seed, Viewer viewer) {
        viewer.demand(Scope.READ);
        if (size < 1 || size > MOST_SAMPLES) throw Unprocessable.of("size", "OUT_OF_RANGE", "size is between 1 and 500.");
        return found(store.drawn(question, size, seed, clock.instant()));
    }

    /** As they were found, in that order. */
    private List<Evidence> found(List<AuditStore.Found> found) {
        var known = deployments.these(found.stream().map(AuditStore.Found::name).toList()).stream()
                .collect(Collectors.toMap(ReleaseStore.Ref::of, Function.identity()));
        return of(found.stream().map(each -> known.get(new ReleaseStore.Ref(each.service(), each.id()))).filter(Objects::nonNull).toList());
    }

    /** Of those deployments that the ledger calls by these names. */
    public List<Evidence> named(Collection<String> subjects) {
        var references = subjects.stream().filter(subject -> subject.startsWith(SUBJECT)).map(subject -> subject.substring(SUBJECT.length())).toList();
        return of(deployments.these(references));
    }

    /** As the ledger calls a deployment. */
    public static String subject(Deployment deployment) {
        return SUBJECT + deployment.service() + "/" + deployment.id();
    }
}
