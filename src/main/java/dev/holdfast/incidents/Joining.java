package dev.holdfast.incidents;

import dev.holdfast.alerts.Severity;
import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which incident an alert makes or joins (rule 9): the oldest open one that its service answers or that affects it. */
final class Joining {

    /** An open incident and what it affects. */
    record Candidate(Incident incident, Set<ServiceName> affected) {

        boolean takes(ServiceName service) {
            return incident.service().equals(service) || affected.contains(service);
        }
    }

    /** The alerts of one service that arrive together and make an incident. */
    record Making(ServiceName service, List<Fresh> alerts) {

        Severity severity() {
            return alerts.stream().map(Fresh::severity).max(Comparator.naturalOrder()).orElseThrow();
        }

        Instant startedAt() {
            return alerts.stream().map(Fresh::startedAt).min(Comparator.naturalOrder()).orElseThrow();
        }

        /** The first of the most severe names the incident. */
        Fresh foremost() {
            return alerts.stream().filter(alert -> alert.severity() == severity()).findFirst().orElseThrow();
        }
    }

    /** Alerts that join an incident which is open already. */
    record Joined(Incident incident, List<Fresh> alerts) {

        Severity severity() {
            return alerts.stream().map(Fresh::severity).max(Comparator.naturalOrder()).orElseThrow();
        }

        Instant startedAt() {
            return alerts.stream().map(Fresh::startedAt).min(Comparator.naturalOrder()).orElseThrow();
        }

        /** The impact began when the earliest of its alerts did. */
        boolean startedEarlier() {
            return startedAt().isBefore(incident.startedAt());
        }

        boolean worsens() {
            return severity().isWorseThan(incident.severity());
        }
    }

    record Decision(List<Making> making, List<Joined> joining) {}

    private Joining() {}

    static Decision decide(List<Fresh> alerts, List<Candidate> oldestFirst) {
        Map<ServiceName, List<Fresh>> making = new LinkedHashMap<>();
        Map<Incident, List<Fresh>> joining = new LinkedHashMap<>();
        var found = new HashMap<ServiceName, Optional<Incident>>();
        for (var alert : alerts) {
            var service = alert.answeredBy();
            if (service == null) {
                continue;
            }
            found.computeIfAbsent(service, it -> oldest(it, oldestFirst))
                    .ifPresentOrElse(
                            incident -> joining.computeIfAbsent(incident, it -> new ArrayList<>()).add(alert),
                            () -> making.computeIfAbsent(service, it -> new ArrayList<>()).add(alert));
        }
        return new Decision(
                making.entrySet().stream().map(it -> new Making(it.getKey(), it.getValue())).toList(),
                joining.entrySet().stream().map(it -> new Joined(it.getKey(), it.getValue())).toList());
    }

    private static Optional<Incident> oldest(ServiceName service, List<Candidate> oldestFirst) {
        return oldestFirst.stream().filter(it -> it.takes(service)).map(Candidate::incident).findFirst();
    }
}
