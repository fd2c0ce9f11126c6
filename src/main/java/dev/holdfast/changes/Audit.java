package dev.holdfast.changes;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.DeploymentFilter;
import dev.holdfast.deployments.Deployments;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.ledger.Entry;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What an auditor asks: it starts from the deployments, so that what went around the gate is found (C8). */
@Service
public class Audit {

    private static final Limit PAGE = new Limit(500);
    private static final int MOST_SAMPLES = 500;
    private static final String SUBJECT = "deployment/";

    private final Deployments deployments;
    private final ReleaseStore releases;
    private final GateStore decisions;
    private final Ledger ledger;
    private final Clock clock;

    Audit(Deployments deployments, ReleaseStore releases, GateStore decisions, Ledger ledger, Clock clock) {
        this.deployments = deployments;
        this.releases = releases;
        this.decisions = decisions;
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
        var entries = ledger.latest(subjects, Instant.EPOCH, PAGE.andOne()).stream()
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
        viewer.demand(Scope.READ);
        var page = deployments.list(filter, cursor, limit);
        return new Listing<>(of(page.items()), page.next());
    }

    /** All of them, a page at a time. */
    public void each(DeploymentFilter filter, Viewer viewer, Consumer<List<Evidence>> page) {
        String cursor = null;
        do {
            var next = list(filter, cursor, PAGE, viewer);
            page.accept(next.items());
            cursor = next.next();
        } while (cursor != null);
    }

    public Controls summary(DeploymentFilter filter, Viewer viewer) {
        var controls = new Controls();
        each(filter, viewer, page -> page.forEach(controls::count));
        return controls;
    }

    /** The same ones for the same seed while the population stands. */
    public List<Evidence> sample(DeploymentFilter filter, int size, long seed, Viewer viewer) {
        viewer.demand(Scope.READ);
        if (size < 1 || size > MOST_SAMPLES) throw Unprocessable.of("size", "OUT_OF_RANGE", "size is between 1 and 500.");
        return of(deployments.drawn(filter, size, seed));
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
