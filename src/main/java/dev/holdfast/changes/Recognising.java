package dev.holdfast.changes;

import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.Deployment.Kind;
import dev.holdfast.deployments.PastRecords.Attempt;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which past deployments of a service were rollbacks, from all of its attempts: pure, and so the same in whatever order they came. */
final class Recognising {

    private static final int LATEST = 20;
    private static final Comparator<Attempt> BY_START =
            Comparator.<Attempt, java.time.Instant>comparing(each -> each.deployment().startedAt()).thenComparing(each -> each.deployment().id());

    private Recognising() {}

    /** Those that are to be kept otherwise than they are. */
    static List<Deployment> concluded(List<Attempt> attempts, Duration rollbackFor) {
        var concluded = new ArrayList<Deployment>();
        var before = new ArrayDeque<Deployment>();
        var together = new ArrayList<Deployment>();
        for (var attempt : attempts.stream().sorted(BY_START).toList()) {
            var deployment = attempt.deployment();
            if (!together.isEmpty() && together.getFirst().startedAt().isBefore(deployment.startedAt())) {
                together.forEach(before::addFirst);
                together.clear();
                while (before.size() > LATEST) before.removeLast();
            }
            together.add(deployment);
            if (!attempt.open()) continue;
            var undone = Gating.undone(deployment.version(), List.copyOf(before), rollbackFor, deployment.startedAt());
            var kept = undone.map(present -> deployment.was(Kind.ROLLBACK, present.id())).orElseGet(() -> deployment.was(Kind.PLANNED, null));
            if (!kept.equals(deployment)) concluded.add(kept);
        }
        return concluded;
    }
}
