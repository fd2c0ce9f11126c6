package dev.holdfast.throughput;

import dev.holdfast.deployments.Deployment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which deployment was the cure of which: the one that it names by id, else by version; of a rollback that names none, what
 * was live right before it.
 */
final class Remedies {

    private Remedies() {}

    /** The first cure of each deployment that had one, by the id of the failed. */
    static Map<String, Deployment> of(List<Deployment> live) {
        var first = new HashMap<String, Deployment>();
        for (var place = 0; place < live.size(); place++) {
            var cure = live.get(place);
            cured(live.subList(0, place), cure).ifPresent(failed -> first.putIfAbsent(failed.id(), cure));
        }
        return first;
    }

    private static Optional<Deployment> cured(List<Deployment> before, Deployment cure) {
        var named = cure.remediates();
        if (named == null) {
            return cure.kind() == Deployment.Kind.ROLLBACK && !before.isEmpty() ? Optional.of(before.getLast()) : Optional.empty();
        }
        return latest(before, named, true).or(() -> latest(before, named, false));
    }

    private static Optional<Deployment> latest(List<Deployment> before, String name, boolean byId) {
        return before.reversed().stream().filter(each -> name.equals(byId ? each.id() : each.version())).findFirst();
    }
}
