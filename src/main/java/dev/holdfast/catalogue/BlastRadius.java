package dev.holdfast.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everything that goes down with a service: what hard-depends on it, and on that, until an edge is softened. */
public final class BlastRadius {

    private final Map<String, TreeSet<ServiceName>> dependents = new HashMap<>();

    private BlastRadius() {}

    public static BlastRadius among(Collection<Service> services) {
        var radius = new BlastRadius();
        for (var service : services) {
            for (var dependency : service.dependsOn()) {
                if (dependency.isHard()) {
                    radius.dependents
                            .computeIfAbsent(node(dependency.service(), dependency.thirdParty()), node -> new TreeSet<>())
                            .add(service.name());
                }
            }
        }
        return radius;
    }

    /** A service that goes down too, and the services between, nearest to the cause first. */
    public record Hit(ServiceName service, List<ServiceName> via) {

        public Hit {
            via = List.copyOf(via);
        }
    }

    public List<Hit> of(ServiceName service) {
        return from(node(service, null), service);
    }

    public List<Hit> ofThirdParty(String name) {
        return from(node(null, name), null);
    }

    /** Breadth first: the shortest way, and of equals the first by name. */
    private List<Hit> from(String start, @Nullable ServiceName cause) {
        var hits = new LinkedHashMap<ServiceName, Hit>();
        var next = new ArrayDeque<Hit>();
        direct(start).forEach(name -> next.add(new Hit(name, List.of())));
        while (!next.isEmpty()) {
            var hit = next.poll();
            if (hit.service().equals(cause) || hits.putIfAbsent(hit.service(), hit) != null) continue;
            var via = new ArrayList<>(hit.via());
            via.add(hit.service());
            direct(node(hit.service(), null)).forEach(name -> next.add(new Hit(name, via)));
        }
        return List.copyOf(hits.values());
    }

    private Collection<ServiceName> direct(String node) {
        return dependents.getOrDefault(node, new TreeSet<>());
    }

    private static String node(@Nullable ServiceName service, @Nullable String thirdParty) {
        return service == null ? "third-party/" + thirdParty : "service/" + service;
    }
}
