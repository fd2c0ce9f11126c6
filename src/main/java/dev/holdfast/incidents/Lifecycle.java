package dev.holdfast.incidents;

import dev.holdfast.alerts.Alerts;
import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.http.Conflict;
import dev.holdfast.paging.Callouts;
import dev.holdfast.paging.SubjectId;
import dev.holdfast.paging.Urgency;
import dev.holdfast.quantities.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Triggered, acknowledged, resolved, and open again. The incident is locked by each method; the caller has the transaction. */
@Component
class Lifecycle {

    private final IncidentStore incidents;
    private final RecordStore records;
    private final Alerts alerts;
    private final Callouts callouts;
    private final Findables findables;
    private final Costing costing;
    private final Reassessment reassessment;
    private final News news;

    Lifecycle(
            IncidentStore incidents,
            RecordStore records,
            Alerts alerts,
            Callouts callouts,
            Findables findables,
            Costing costing,
            Reassessment reassessment,
            News news) {
        this.incidents = incidents;
        this.records = records;
        this.alerts = alerts;
        this.callouts = callouts;
        this.findables = findables;
        this.costing = costing;
        this.reassessment = reassessment;
        this.news = news;
    }

    /** Acknowledging stops the callout; whoever does it helps from now on. What is so already stays so. */
    void acknowledge(IncidentId id, Actor actor, @Nullable String note, Instant now) {
        var incident = lock(id);
        if (incident.state() == State.RESOLVED) {
            throw new Conflict("STATE", incident.reference() + " is resolved: reopen it first.");
        }
        if (incident.state() == State.TRIGGERED) {
            incidents.acknowledge(id, actor.by(), now);
            alerts.acknowledgeAllOf(id.value(), now);
            callouts.stop(subject(id), "acknowledged by " + actor.by(), now);
            write(id, now, "acknowledged", actor, actor.by() + " acknowledged.", Map.of("seconds", Duration.between(incident.openedAt(), now).toSeconds()));
            callouts.tellThoseCalled(subject(id), "acknowledged", actor.person(), now);
            callouts.watchAcknowledgement(subject(id), now);
        }
        if (actor.person() != null && records.join(id, actor.person(), Responder.Role.RESPONDER, now)) {
            write(id, now, "joined", actor, actor.by() + " joined.", Map.of("person", actor.by()));
        }
        if (note != null) {
            note(id, actor, note, now);
        }
        news.changed(id);
    }

    /** An acknowledgement by the sender of an alert, which is no person. */
    void acknowledgedBySender(IncidentId id, IntegrationName integration, Instant now) {
        if (lock(id).state() == State.TRIGGERED) {
            acknowledge(id, new Actor("integration:" + integration, null), null, now);
        }
    }

    void unacknowledge(IncidentId id, Actor actor, @Nullable String note, Instant now) {
        var incident = lock(id);
        if (incident.state() == State.RESOLVED) {
            throw new Conflict("STATE", incident.reference() + " is resolved.");
        }
        if (incident.state() == State.TRIGGERED) {
            return;
        }
        incidents.unacknowledge(id);
        alerts.unacknowledgeAllOf(id.value());
        write(id, now, "unacknowledged", actor, actor.by() + " gave it back: somebody is called again.", Map.of());
        if (note != null) {
            note(id, actor, note, now);
        }
        callouts.restart(subject(id), incident.service(), Urgency.ALWAYS, now);
        news.changed(id);
    }

    void note(IncidentId id, Actor actor, String text, Instant now) {
        incidents.noted(id, now);
        write(id, now, "note", actor, text, Map.of());
        callouts.watchAcknowledgement(subject(id), now);
        news.changed(id);
    }

    /** Resolving ends its impact and its alerts, and fixes what it cost and what was protected. */
    void resolve(IncidentId id, Actor actor, @Nullable String note, Instant now) {
        var incident = lock(id);
        if (incident.isOpen()) {
            if (note != null) {
                note(id, actor, note, now);
            }
            alerts.resolveAllOf(id.value(), now);
            close(incident, actor, actor.by() + " resolved it.", now);
        }
    }

    /** An incident whose last alert was resolved resolves by itself (rule 9). */
    void resolveWhatHasNoAlertLeft(List<IncidentId> ids, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        for (var incident : incidents.lock(ids)) {
            if (incident.isOpen() && !alerts.anyOpen(incident.id().value())) {
                close(incident, Actor.HOLDFAST, "Its last alert was resolved.", now);
            }
            news.changed(incident.id());
        }
    }

    void reopen(IncidentId id, Actor actor, String reason, Instant now) {
        var incident = lock(id);
        if (incident.isOpen()) {
            return;
        }
        incidents.reopen(id);
        findables.changed(id);
        write(id, now, "reopened", actor, actor.by() + " reopened it: " + reason, Map.of("reason", reason));
        callouts.restart(subject(id), incident.service(), Urgency.ALWAYS, now);
        reassessment.reassess(id, now);
    }

    /** A sender says that it began earlier than anybody knew: its loss runs from there. */
    void startedEarlier(Joining.Joined joined, Instant now) {
        var incident = lock(joined.incident().id());
        if (joined.startedAt().isBefore(incident.startedAt())) {
            records.moveFirstImpacts(incident.id(), incident.startedAt(), joined.startedAt());
            incidents.startedEarlier(incident.id(), joined.startedAt());
            findables.changed(incident.id());
            reassessment.reassess(incident.id(), now);
        }
    }

    void touched(List<IncidentId> ids) {
        ids.forEach(news::changed);
    }

    Incident lock(IncidentId id) {
        return incidents.lock(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new dev.holdfast.http.NotFound("There is no incident " + id + "."));
    }

    private void close(Incident incident, Actor actor, String text, Instant now) {
        var figures = costing.figures(incident, now);
        incidents.resolve(incident.id(), actor.by(), now, figures);
        findables.changed(incident.id());
        callouts.stop(subject(incident.id()), "resolved", now);
        var data = new java.util.LinkedHashMap<String, Object>();
        data.put("loss", figures.loss() == null ? null : new Money(figures.loss(), costing.currency(now)).rounded());
        write(incident.id(), now, "resolved", actor, text, data);
        callouts.tellThoseCalled(subject(incident.id()), "resolved", actor.person(), now);
        news.changed(incident.id());
    }

    private void write(IncidentId id, Instant now, String kind, Actor actor, String text, Map<String, Object> data) {
        records.write(List.of(Entry.of(id, now, kind, actor.by(), text, data)));
    }

    static SubjectId subject(IncidentId id) {
        return new SubjectId(id.toString());
    }
}
