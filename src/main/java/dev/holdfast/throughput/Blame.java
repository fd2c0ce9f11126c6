package dev.holdfast.throughput;

import dev.holdfast.deployments.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which incidents a service's deployments caused: as a person said, else the latest that went live in the day before.
 *
 * @param caused by the id of the deployment
 * @param unattributed when those began of which no cause is known
 */
record Blame(Map<String, List<Mishap>> caused, List<Instant> unattributed) {

    static final Duration WITHIN = Duration.ofHours(24);

    static Blame of(List<Deployment> live, List<Mishap> mishaps) {
        var caused = new HashMap<String, List<Mishap>>();
        var unattributed = new ArrayList<Instant>();
        for (var mishap : mishaps.stream().distinct().toList()) {
            if (mishap.cause() != null && mishap.cause().isEmpty()) continue;
            cause(live, mishap).ifPresentOrElse(
                    found -> caused.computeIfAbsent(found.id(), unseen -> new ArrayList<>()).add(mishap), () -> unattributed.add(mishap.startedAt()));
        }
        unattributed.sort(Instant::compareTo);
        return new Blame(caused, unattributed);
    }

    private static Optional<Deployment> cause(List<Deployment> live, Mishap mishap) {
        if (mishap.cause() != null) return named(live, mishap.cause(), mishap.startedAt());
        var low = 0;
        var high = live.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (live.get(middle).at().isAfter(mishap.startedAt())) high = middle;
            else low = middle + 1;
        }
        return low == 0 ? Optional.empty() : Optional.of(live.get(low - 1)).filter(each -> !each.at().isBefore(mishap.startedAt().minus(WITHIN)));
    }

    /** By its id; else by its change or version, the latest of those that were live when it broke. */
    private static Optional<Deployment> named(List<Deployment> live, String name, Instant startedAt) {
        var byId = live.stream().filter(each -> each.id().equals(name)).findFirst();
        if (byId.isPresent()) return byId;
        return live.stream()
                .filter(each -> name.equals(each.change()) || name.equals(each.version()))
                .filter(each -> !each.at().isAfter(startedAt))
                .reduce((earlier, later) -> later);
    }
}
