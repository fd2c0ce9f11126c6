package dev.holdfast.incidents;

import dev.holdfast.alerts.Alert;
import dev.holdfast.alerts.AlertKey;
import dev.holdfast.alerts.Alerts;
import dev.holdfast.alerts.Repeat;
import dev.holdfast.alerts.Signal;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.quantities.TimeOrdered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The vital path, within one transaction: what was said is recorded, joins or makes incidents, and has callouts made or
 * stopped. The number of statements does not depend on how much was said.
 */
@Component
class Intake {

    private final Documents documents;
    private final Alerts alerts;
    private final IncidentStore incidents;
    private final RecordStore records;
    private final IncidentPolicies policies;
    private final Openings openings;
    private final Lifecycle lifecycle;
    private final Worsening worsening;
    private final UnroutedNotice unrouted;

    Intake(
            Documents documents,
            Alerts alerts,
            IncidentStore incidents,
            RecordStore records,
            IncidentPolicies policies,
            Openings openings,
            Lifecycle lifecycle,
            Worsening worsening,
            UnroutedNotice unrouted) {
        this.documents = documents;
        this.alerts = alerts;
        this.incidents = incidents;
        this.records = records;
        this.policies = policies;
        this.openings = openings;
        this.lifecycle = lifecycle;
        this.worsening = worsening;
        this.unrouted = unrouted;
    }

    void take(List<Signal> signals, Instant now) {
        documents.holding(() -> {
            var view = documents.at(now);
            Said.inWaves(signals).forEach(wave -> take(wave, view, now));
            return view;
        });
    }

    private void take(List<Said> wave, CatalogueView view, Instant now) {
        var open = alerts.lockOpen(wave.stream().map(said -> said.signal().key()).sorted().toList()).stream()
                .collect(Collectors.toMap(Alert::key, Function.identity()));
        var repeated = wave.stream().filter(said -> said.signal().isTrigger() && open.containsKey(said.signal().key())).toList();
        repeat(repeated, open, view, now);
        var awakened = awakened(repeated, open, view);
        open(awakened, wave.stream().filter(said -> said.signal().isTrigger() && !open.containsKey(said.signal().key())).toList(), view, now);
        acknowledge(named(wave, Signal.Action.ACKNOWLEDGE, open), now);
        resolve(named(wave, Signal.Action.RESOLVE, open), now);
    }

    private void repeat(List<Said> repeated, Map<AlertKey, Alert> open, CatalogueView view, Instant now) {
        alerts.repeat(repeated.stream()
                .map(said -> new Repeat(
                        Objects.requireNonNull(open.get(said.signal().key())).id(), said.times(), said.signal().severity(), said.signal().receivedAt()))
                .toList());
        worsening.ofRepeats(repeated, open, view, now);
    }

    /** Alerts that are open without an incident and are said again so that they make one, such as an info turned critical. */
    private List<Fresh> awakened(List<Said> repeated, Map<AlertKey, Alert> open, CatalogueView view) {
        var policy = policies.in(view);
        return repeated.stream()
                .filter(said -> Objects.requireNonNull(open.get(said.signal().key())).incident() == null)
                .map(said -> fresh(Objects.requireNonNull(open.get(said.signal().key())).id(), said, policy, view))
                .filter(alert -> alert.answeredBy() != null)
                .toList();
    }

    private void open(List<Fresh> awakened, List<Said> triggers, CatalogueView view, Instant now) {
        if (triggers.isEmpty() && awakened.isEmpty()) {
            return;
        }
        var policy = policies.in(view);
        var echoes = alerts.echoes(triggers.stream().map(Said::signal).toList());
        var fresh = triggers.stream()
                .filter(said -> !echoes.contains(said.signal().key()))
                .map(said -> fresh(TimeOrdered.id(said.signal().receivedAt()), said, policy, view))
                .toList();
        var all = Stream.concat(awakened.stream(), fresh.stream()).toList();
        var decision = Joining.decide(all, candidates(all));
        var made = openings.open(decision.making(), view, policy, now);
        alerts.open(fresh.stream().map(alert -> alert.into(incidentOf(alert, made, decision))).toList());
        alerts.awaken(awakened.stream().map(alert -> alert.into(incidentOf(alert, made, decision))).toList());
        alerts.repeat(fresh.stream()
                .filter(alert -> alert.times() > 1)
                .map(alert -> new Repeat(alert.alert(), alert.times() - 1, alert.severity(), alert.signal().receivedAt()))
                .toList());
        decision.joining().stream().filter(Joining.Joined::startedEarlier).forEach(it -> lifecycle.startedEarlier(it, now));
        worsening.ofJoined(decision.joining().stream().filter(Joining.Joined::worsens).toList(), policy, now);
        lifecycle.touched(decision.joining().stream().map(it -> it.incident().id()).toList());
        unrouted.tell(fresh, now);
    }

    private Fresh fresh(UUID alert, Said said, IncidentPolicy policy, CatalogueView view) {
        var signal = said.signal();
        return new Fresh(
                alert, signal, said.times(), alerts.route(signal, view), policy.of(signal.severity()));
    }

    /** The open incidents that may take these, and nobody else opens one for a service that has none meanwhile. */
    private List<Joining.Candidate> candidates(List<Fresh> fresh) {
        var services = fresh.stream().map(Fresh::answeredBy).filter(Objects::nonNull).collect(Collectors.toSet());
        if (services.isEmpty()) {
            return List.of();
        }
        var candidates = held(services);
        var without = services.stream()
                .filter(service -> candidates.stream().noneMatch(it -> it.takes(service)))
                .collect(Collectors.toSet());
        if (without.isEmpty()) {
            return candidates;
        }
        incidents.lockOpeningFor(without.stream().map(ServiceName::value).toList());
        var all = new ArrayList<>(candidates);
        all.addAll(held(without));
        return all;
    }

    private List<Joining.Candidate> held(Set<ServiceName> services) {
        var open = incidents.holdOpenFor(services.stream().map(ServiceName::value).toList());
        if (open.isEmpty()) {
            return List.of();
        }
        var affected = new HashMap<IncidentId, Set<ServiceName>>(records.impacts(open.stream().map(Incident::id).toList()).stream()
                .collect(Collectors.groupingBy(
                        Revisions.ImpactRevision::incident,
                        Collectors.mapping(Revisions.ImpactRevision::service, Collectors.toSet()))));
        return open.stream()
                .map(incident -> new Joining.Candidate(incident, affected.getOrDefault(incident.id(), Set.of())))
                .toList();
    }

    private static @org.jspecify.annotations.Nullable IncidentId incidentOf(
            Fresh alert, Map<ServiceName, IncidentId> made, Joining.Decision decision) {
        var service = alert.answeredBy();
        if (service == null) {
            return null;
        }
        var joined = decision.joining().stream()
                .filter(it -> it.alerts().contains(alert))
                .map(it -> it.incident().id())
                .findFirst();
        return joined.orElseGet(() -> Objects.requireNonNull(made.get(service)));
    }

    private void acknowledge(Collection<Alert> said, Instant now) {
        alerts.acknowledge(said.stream().map(Alert::id).toList(), now);
        said.stream()
                .filter(alert -> alert.incident() != null)
                .collect(Collectors.toMap(alert -> new IncidentId(Objects.requireNonNull(alert.incident())), Alert::key, (one, two) -> one))
                .forEach((incident, key) -> lifecycle.acknowledgedBySender(incident, key.integration(), now));
    }

    private void resolve(Collection<Alert> said, Instant now) {
        alerts.resolve(said.stream().map(Alert::id).toList(), now);
        lifecycle.resolveWhatHasNoAlertLeft(
                said.stream()
                        .filter(alert -> alert.incident() != null)
                        .map(alert -> new IncidentId(Objects.requireNonNull(alert.incident())))
                        .distinct()
                        .toList(),
                now);
    }

    private static List<Alert> named(List<Said> wave, Signal.Action action, Map<AlertKey, Alert> open) {
        return wave.stream()
                .filter(said -> said.signal().action() == action)
                .map(said -> open.get(said.signal().key()))
                .filter(Objects::nonNull)
                .toList();
    }
}
