package dev.holdfast.throughput;

import dev.holdfast.deployments.Build;
import dev.holdfast.deployments.Deployment;
import java.util.Comparator;
import java.util.List;

/** All that is known of one service's way into production, in whatever order it came. */
record History(List<Deployment> deployments, List<Build> builds, List<Mishap> mishaps) {

    private static final Comparator<Deployment> IN_TIME =
            Comparator.comparing(Deployment::at).thenComparing(Deployment::startedAt).thenComparing(Deployment::id);

    History {
        deployments = List.copyOf(deployments);
        builds = List.copyOf(builds);
        mishaps = List.copyOf(mishaps);
    }

    /** Those that went live in production, the earliest first, each once. */
    List<Deployment> live() {
        return deployments.stream().filter(Deployment::isInProduction).filter(each -> each.status().wasLive()).distinct().sorted(IN_TIME).toList();
    }
}
