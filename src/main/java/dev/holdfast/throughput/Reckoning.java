package dev.holdfast.throughput;

import dev.holdfast.deployments.Build;
import dev.holdfast.deployments.Commit;
import dev.holdfast.deployments.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of each deployment of a service, from all that is known of it and nothing else. */
final class Reckoning {

    private final List<Deployment> live;
    private final Map<String, Instant> firstBuilt = new HashMap<>();
    private final Map<String, Build> builds = new HashMap<>();
    private final Map<String, Deployment> cures;
    private final Blame blame;
    private final Set<String> versionsSeen = new HashSet<>();
    private final Set<String> commitsSeen = new HashSet<>();

    private Reckoning(History history) {
        this.live = history.live();
        this.cures = Remedies.of(live);
        this.blame = Blame.of(live, history.mishaps());
        history.builds().forEach(build -> builds.merge(build.version(), build, Reckoning::both));
        history.builds().forEach(build -> built(build.version(), build.builtAt()));
        history.deployments().forEach(each -> built(each.version(), each.builtAt()));
    }

    /** @param unattributed when incidents began of which no cause is known */
    record Reckoned(List<Arrival> arrivals, List<Instant> unattributed) {

        Reckoned {
            arrivals = List.copyOf(arrivals);
            unattributed = List.copyOf(unattributed);
        }

        Reckoned since(Instant since) {
            return new Reckoned(
                    arrivals.stream().filter(each -> each.at() >= since.toEpochMilli()).toList(), unattributed.stream().filter(at -> !at.isBefore(since)).toList());
        }

        Reckoned then(Reckoned later) {
            return new Reckoned(
                    Stream.concat(arrivals.stream(), later.arrivals.stream()).toList(), Stream.concat(unattributed.stream(), later.unattributed.stream()).toList());
        }

        Optional<Instant> firstAt() {
            return arrivals.stream().findFirst().map(first -> Instant.ofEpochMilli(first.at()));
        }
    }

    static Reckoned of(History history) {
        return new Reckoning(history).reckoned();
    }

    private Reckoned reckoned() {
        var arrivals = new ArrayList<Arrival>();
        for (var deployment : live) {
            var commits = commits(deployment, arrivals.isEmpty());
            arrivals.add(new Arrival(
                    deployment.at().toEpochMilli(), deployment.startedAt().toEpochMilli(), deployment.status() == Deployment.Status.SUCCEEDED,
                    deployment.kind(), leadTime(deployment), commits, hasFailed(deployment), recovery(deployment)));
        }
        return new Reckoned(arrivals, blame.unattributed());
    }

    /** Of a version's first arrival alone. */
    private long leadTime(Deployment deployment) {
        if (!versionsSeen.add(deployment.version()) || deployment.status() != Deployment.Status.SUCCEEDED) return Arrival.UNKNOWN;
        var built = firstBuilt.get(deployment.version());
        return built == null ? Arrival.UNKNOWN : Duration.between(built, deployment.at()).toMillis();
    }

    /** Of each commit's first arrival; the first deployment known of a service counts no older commits than its head. */
    private long[] commits(Deployment deployment, boolean first) {
        var build = builds.get(deployment.version());
        if (build == null) return new long[0];
        var fresh = build.commits().stream().filter(commit -> commitsSeen.add(commit.sha())).toList();
        if (deployment.status() != Deployment.Status.SUCCEEDED) return new long[0];
        return (first ? head(fresh, deployment.commit()) : fresh).stream()
                .map(Commit::at)
                .filter(Objects::nonNull)
                .mapToLong(at -> Duration.between(at, deployment.at()).toMillis())
                .sorted()
                .toArray();
    }

    private static List<Commit> head(List<Commit> commits, @Nullable String sha) {
        var named = commits.stream().filter(commit -> commit.sha().equals(sha)).toList();
        if (!named.isEmpty()) return named;
        return commits.stream().filter(commit -> commit.at() != null).max(Comparator.comparing(Commit::at, Comparator.nullsFirst(Comparator.naturalOrder()))).stream().toList();
    }

    private boolean hasFailed(Deployment deployment) {
        return deployment.status() == Deployment.Status.ROLLED_BACK || cures.containsKey(deployment.id()) || blame.caused().containsKey(deployment.id());
    }

    /** To the end of the last incident that it caused, else to its cure; not known while one of them is open. */
    private long recovery(Deployment deployment) {
        var end = ended(deployment);
        return end == null || end.isBefore(deployment.at()) ? Arrival.UNKNOWN : Duration.between(deployment.at(), end).toMillis();
    }

    private @Nullable Instant ended(Deployment deployment) {
        var mishaps = blame.caused().get(deployment.id());
        if (mishaps == null) {
            var cure = cures.get(deployment.id());
            return cure == null ? null : cure.at();
        }
        if (mishaps.stream().anyMatch(mishap -> mishap.resolvedAt() == null)) return null;
        return mishaps.stream().map(Mishap::resolvedAt).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }

    private void built(String version, @Nullable Instant at) {
        if (at != null) firstBuilt.merge(version, at, (one, other) -> one.isBefore(other) ? one : other);
    }

    private static Build both(Build one, Build other) {
        return one.commits().isEmpty() ? other : one;
    }
}
