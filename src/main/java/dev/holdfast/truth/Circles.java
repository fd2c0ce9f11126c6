package dev.holdfast.truth;

import dev.holdfast.catalogue.Dependency;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Circles of hard dependencies: of each group of services that all reach one another, one shortest circle through the
 * first of them by name. Without recursion, since a chain may be as long as the catalogue.
 */
final class Circles {

    private final Map<ServiceName, List<ServiceName>> needs = new TreeMap<>();
    private final Map<ServiceName, Integer> order = new HashMap<>();
    private final Map<ServiceName, Integer> lowest = new HashMap<>();
    private final Deque<ServiceName> open = new ArrayDeque<>();
    private final Set<ServiceName> isOpen = new TreeSet<>();
    private final List<List<ServiceName>> circles = new ArrayList<>();

    private Circles(Collection<Service> services) {
        var known = services.stream().map(Service::name).collect(Collectors.toSet());
        for (var service : services) {
            needs.put(service.name(), service.dependsOn().stream()
                    .filter(Dependency::isHard)
                    .map(Dependency::service)
                    .filter(name -> name != null && known.contains(name))
                    .toList());
        }
    }

    static List<List<ServiceName>> among(Collection<Service> services) {
        var circles = new Circles(services);
        circles.needs.keySet().forEach(name -> {
            if (!circles.order.containsKey(name)) circles.walk(name);
        });
        return circles.circles;
    }

    /** Tarjan's walk, with a stack of our own. */
    private void walk(ServiceName start) {
        var path = new ArrayDeque<Step>();
        path.push(enter(start));
        while (!path.isEmpty()) {
            var step = path.element();
            if (step.next < needs(step.at).size()) {
                var to = needs(step.at).get(step.next++);
                if (!order.containsKey(to)) {
                    path.push(enter(to));
                } else if (isOpen.contains(to)) {
                    lowest.merge(step.at, Objects.requireNonNull(order.get(to)), Math::min);
                }
                continue;
            }
            path.pop();
            if (!path.isEmpty()) lowest.merge(path.element().at, Objects.requireNonNull(lowest.get(step.at)), Math::min);
            if (Objects.equals(lowest.get(step.at), order.get(step.at))) leave(step.at);
        }
    }

    private Step enter(ServiceName name) {
        order.put(name, order.size());
        lowest.put(name, Objects.requireNonNull(order.get(name)));
        open.push(name);
        isOpen.add(name);
        return new Step(name);
    }

    private void leave(ServiceName root) {
        var group = new TreeSet<ServiceName>();
        ServiceName name;
        do {
            name = open.pop();
            isOpen.remove(name);
            group.add(name);
        } while (!name.equals(root));
        if (group.size() > 1 || needs(root).contains(root)) circles.add(shortest(group));
    }

    private List<ServiceName> shortest(TreeSet<ServiceName> group) {
        var start = group.first();
        var cameFrom = new LinkedHashMap<ServiceName, ServiceName>();
        var next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            var at = next.poll();
            for (var to : needs(at)) {
                if (to.equals(start)) return back(cameFrom, at, start);
                if (group.contains(to) && cameFrom.putIfAbsent(to, at) == null) next.add(to);
            }
        }
        return List.copyOf(group);
    }

    private static List<ServiceName> back(Map<ServiceName, ServiceName> cameFrom, ServiceName last, ServiceName start) {
        var circle = new ArrayDeque<ServiceName>();
        for (var at = last; !at.equals(start); at = Objects.requireNonNull(cameFrom.get(at))) circle.push(at);
        circle.push(start);
        return List.copyOf(circle);
    }

    private List<ServiceName> needs(ServiceName name) {
        return needs.getOrDefault(name, List.of());
    }

    private static final class Step {

        private final ServiceName at;
        private int next;

        private Step(ServiceName at) {
            this.at = at;
        }
    }
}
