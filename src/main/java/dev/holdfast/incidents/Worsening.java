package dev.holdfast.incidents;

import static java.util.stream.Collectors.groupingBy;

import dev.holdfast.alerts.Alert;
import dev.holdfast.alerts.AlertKey;
import dev.holdfast.alerts.Severity;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.Revisions.ImpactRevision;
import dev.holdfast.paging.Begin;
import dev.holdfast.paging.Callouts;
import dev.holdfast.paging.SubjectId;
import dev.holdfast.paging.Urgency;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * An alert more severe than any before it in its incident pages as a new one would, acknowledged or not, and raises an
 * impact that nobody has set (rule 9).
 */
@Component
class Worsening {

    private final IncidentStore incidents;
    private final RecordStore records;
    private final IncidentPolicies policies;
    private final Reassessment reassessment;
    private final Callouts callouts;

    Worsening(
            IncidentStore incidents, RecordStore records, IncidentPolicies policies, Reassessment reassessment, Callouts callouts) {
        this.incidents = incidents;
        this.records = records;
        this.policies = policies;
        this.reassessment = reassessment;
        this.callouts = callouts;
    }

    void ofJoined(List<Joining.Joined> joined, IncidentPolicy policy, Instant now) {
        joined.stream()
                .sorted(Comparator.comparing(it -> it.incident().id().value()))
                .forEach(it -> {
                    var worst = it.alerts().stream().max(Comparator.comparing(Fresh::severity)).orElseThrow();
                    worsen(it.incident().id(), Objects.requireNonNull(worst.answeredBy()), worst.severity(), worst.signal().receivedAt(), policy, now);
                });
    }

    /** The same alert said again, more severely: nobody may sleep through what was only a warning. */
    void ofRepeats(List<Said> repeats, Map<AlertKey, Alert> open, CatalogueView view, Instant now) {
        Map<UUID, List<Said>> worse = repeats.stream()
                .filter(said -> isWorse(said, open))
                .collect(groupingBy(said -> Objects.requireNonNull(alert(said, open).incident())));
        var policy = policies.in(view);
        worse.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            var said = entry.getValue().stream().max(Comparator.comparing(it -> it.signal().severity())).orElseThrow();
            var service = Objects.requireNonNull(alert(said, open).service());
            worsen(new IncidentId(entry.getKey()), service, said.signal().severity(), said.signal().receivedAt(), policy, now);
        });
    }

    private static boolean isWorse(Said said, Map<AlertKey, Alert> open) {
        var alert = alert(said, open);
        return alert.incident() != null && said.signal().severity().isWorseThan(alert.severity());
    }

    private static Alert alert(Said said, Map<AlertKey, Alert> open) {
        return Objects.requireNonNull(open.get(said.signal().key()));
    }

    private void worsen(
            IncidentId id, ServiceName service, Severity severity, Instant at, IncidentPolicy policy, Instant now) {
        var incident = incidents.lock(List.of(id)).getFirst();
        if (!incident.isOpen() || !severity.isWorseThan(incident.severity())) {
            return;
        }
        incidents.worsen(id, severity);
        raiseImpact(incident, service, policy.of(severity).impact(), at, now);
        if (incident.state() == State.ACKNOWLEDGED) {
            incidents.unacknowledge(id);
            records.write(List.of(Entry.of(
                    id, now, "unacknowledged", Actor.HOLDFAST.by(),
                    "A %s alert joined, more severe than any before it: somebody is called again.".formatted(severity),
                    Map.of("severity", severity.toString()))));
        }
        reassessment.reassess(id, now);
        var pages = policy.of(severity).page() == Treatment.Pages.ALWAYS ? Urgency.ALWAYS : Urgency.WORKING_HOURS;
        callouts.restart(new Begin(new SubjectId(id.toString()), incident.service(), pages), now);
    }

    private void raiseImpact(Incident incident, ServiceName service, BigDecimal impact, Instant at, Instant now) {
        if (incident.impactSet()) {
            return;
        }
        var revisions = records.impacts(List.of(incident.id()));
        var affected = revisions.stream().map(ImpactRevision::service).anyMatch(service::equals) ? service : incident.service();
        var present = revisions.stream()
                .filter(it -> it.service().equals(affected))
                .map(ImpactRevision::impact)
                .reduce((one, two) -> two)
                .orElse(BigDecimal.ZERO);
        if (impact.compareTo(present) <= 0) {
            return;
        }
        records.addImpacts(List.of(new ImpactRevision(incident.id(), affected, at, impact, Actor.HOLDFAST.by())), now);
        records.write(List.of(Entry.of(
                incident.id(), now, "impact", Actor.HOLDFAST.by(),
                "Impact on %s is taken to be %s, by its most severe alert.".formatted(affected, impact.toPlainString()),
                Map.of("service", affected.value(), "impact", impact.toPlainString()))));
    }
}
