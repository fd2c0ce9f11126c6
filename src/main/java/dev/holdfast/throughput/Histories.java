package dev.holdfast.throughput;

import dev.holdfast.deployments.Build;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.Deployments;
import dev.holdfast.deployments.Tails;
import dev.holdfast.deployments.Tails.Named;
import dev.holdfast.deployments.Touched;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads of services' ways into production what became of them since an instant follows from, in a few queries however many services they are. */
@Component
class Histories {

    private final RollUpMarks marks;
    private final Deployments deployments;
    private final Tails tails;

    Histories(RollUpMarks marks, Deployments deployments, Tails tails) {
        this.marks = marks;
        this.deployments = deployments;
        this.tails = tails;
    }

    /** From when on each service may be seen otherwise. */
    Map<String, Instant> reach(Collection<Touched> touched) {
        return tails.reach(touched);
    }

    /** @param since from when on each service is asked for, by its name; before whatever is known: all of it is read at once */
    Map<String, History> since(Map<String, Instant> since) {
        var late = new HashMap<>(since);
        late.values().removeIf(Touched.EVER::equals);
        var whole = new HashMap<>(since);
        whole.keySet().removeAll(late.keySet());
        var histories = new HashMap<String, History>();
        if (!late.isEmpty()) histories.putAll(ends(late));
        if (!whole.isEmpty()) histories.putAll(wholes(whole));
        return histories;
    }

    private Map<String, History> wholes(Map<String, Instant> since) {
        var services = since.keySet();
        return gathered(services, deployments.production(services), deployments.buildsInProduction(services), marks.mishaps(since, List.of()));
    }

    /**
     * What went live since then, with what it takes from before to say what became of it: other attempts of its versions, which tell
     * when they were built and what arrived for the first time, what its cures and incidents name, and what brought its commits.
     */
    private Map<String, History> ends(Map<String, Instant> since) {
        var live = tails.live(since);
        var mishaps = marks.mishaps(since, live.stream().map(each -> new Named(each.service().value(), each.id())).toList());
        var versions = live.stream().map(each -> new Named(each.service().value(), each.version())).collect(Collectors.toSet());
        var builds = tails.builds(versions);
        var named = new HashSet<>(versions);
        live.stream().filter(each -> each.remediates() != null).forEach(each -> named.add(new Named(each.service().value(), each.remediates())));
        builds.forEach(each -> named.add(new Named(each.service().value(), each.version())));
        mishaps.forEach((service, those) -> those.stream().filter(each -> each.cause() != null).forEach(each -> named.add(new Named(service, each.cause()))));
        var attempts = new HashMap<Named, Deployment>();
        live.forEach(each -> attempts.put(new Named(each.service().value(), each.id()), each));
        tails.named(named).forEach(each -> attempts.put(new Named(each.service().value(), each.id()), each));
        return gathered(since.keySet(), attempts.values(), builds, mishaps);
    }

    private static Map<String, History> gathered(
            Collection<String> services, Collection<Deployment> deployments, Collection<Build> builds, Map<String, List<Mishap>> mishaps) {
        var attempts = deployments.stream().collect(Collectors.groupingBy(each -> each.service().value()));
        var built = builds.stream().collect(Collectors.groupingBy(each -> each.service().value()));
        return services.stream().collect(Collectors.toMap(service -> service, service -> new History(
                attempts.getOrDefault(service, List.of()), built.getOrDefault(service, List.of()), mishaps.getOrDefault(service, List.of()))));
    }
}
