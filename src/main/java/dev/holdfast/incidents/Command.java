package dev.holdfast.incidents;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.Conflict;
import dev.holdfast.incidents.Revisions.ImpactRevision;
import dev.holdfast.incidents.Revisions.StatedRevision;
import dev.holdfast.paging.Callouts;
import dev.holdfast.paging.Urgency;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people decide while an incident is on: how much is lost, how bad it is, who leads, who helps, who answers. */
@Component
class Command {

    private final Documents documents;
    private final IncidentStore incidents;
    private final RecordStore records;
    private final Lifecycle lifecycle;
    private final Reassessment reassessment;
    private final Assessor assessor;
    private final Majors majors;
    private final Callouts callouts;
    private final Findables findables;
    private final News news;

    Command(
            Documents documents,
            IncidentStore incidents,
            RecordStore records,
            Lifecycle lifecycle,
            Reassessment reassessment,
            Assessor assessor,
            Majors majors,
            Callouts callouts,
            Findables findables,
            News news) {
        this.documents = documents;
        this.incidents = incidents;
        this.records = records;
        this.lifecycle = lifecycle;
        this.reassessment = reassessment;
        this.assessor = assessor;
        this.majors = majors;
        this.callouts = callouts;
        this.findables = findables;
        this.news = news;
    }

    void impact(IncidentId id, Actor actor, ServiceName service, BigDecimal impact, Instant at, @Nullable String note, Instant now) {
        open(id);
        records.addImpacts(List.of(new ImpactRevision(id, service, at, impact, actor.by())), now);
        incidents.impactSet(id);
        write(id, now, "impact", actor, "%s set the impact on %s to %s.".formatted(actor.by(), service, impact.toPlainString()), note,
                Map.of("service", service.value(), "impact", impact.toPlainString(), "at", at.toString()));
        reassessment.reassess(id, now);
    }

    void loss(IncidentId id, Actor actor, BigDecimal amount, Instant at, String note, Instant now) {
        var incident = open(id);
        records.addStated(List.of(new StatedRevision(id, at, amount, actor.by())), now);
        var stated = new Money(amount, assessor.currency(incident.startedAt()));
        write(id, now, "loss", actor, "%s stated a loss of %s.".formatted(actor.by(), stated.forPeople()), note,
                Map.of("amount", stated.rounded(), "at", at.toString()));
        reassessment.reassess(id, now);
    }

    void major(IncidentId id, Actor actor, String reason, Incident.TypeBy by, Instant now) {
        var incident = open(id);
        if (incident.isMajor() && (by == Incident.TypeBy.PERSON || incident.typeBy() == by)) {
            return;
        }
        incidents.size(id, LossSize.HIGH, IncidentType.MAJOR, by, now);
        write(id, now, "type", actor, "%s made it major: %s".formatted(actor.by(), reason), null,
                Map.of("type", "major", "method", LossSize.HIGH.method().word(), "reason", reason));
        if (!incident.isMajor()) {
            majors.became(incident, List.of(), now);
        }
        callouts.wake(Lifecycle.subject(id), now);
        news.changed(id);
    }

    void minor(IncidentId id, Actor actor, String reason, Instant now) {
        var incident = open(id);
        if (!incident.isMajor()) {
            return;
        }
        if (incident.typeBy() == Incident.TypeBy.SECURITY) {
            throw new Conflict("STATE", incident.reference() + " is a security incident that affects users: it stays major.");
        }
        var view = documents.at(now);
        var size = incident.size() == LossSize.HIGH ? LossSize.MEDIUM : incident.size();
        var restoreBy = RestoreBy.of(size.method(), Assessor.calendar(view, incident.service()), now).orElse(null);
        incidents.size(id, size, IncidentType.MINOR, Incident.TypeBy.PERSON, restoreBy);
        write(id, now, "type", actor, "%s made it minor: %s".formatted(actor.by(), reason), null,
                Map.of("type", "minor", "method", size.method().word(), "reason", reason));
        news.changed(id);
    }

    /** A security incident that affects users is always high. */
    void security(IncidentId id, Actor actor, boolean affectsUsers, Instant now) {
        var incident = open(id);
        if (incident.security() && (!affectsUsers || incident.typeBy() == Incident.TypeBy.SECURITY)) {
            return;
        }
        incidents.security(id);
        if (affectsUsers) {
            major(id, actor, "a security incident that affects users", Incident.TypeBy.SECURITY, now);
        } else {
            write(id, now, "type", actor, actor.by() + " marked it as a security incident.", null, Map.of("security", true));
        }
        news.changed(id);
    }

    void commander(IncidentId id, Actor actor, PersonName person, Instant now) {
        var incident = open(id);
        if (person.value().equals(incident.commander())) {
            return;
        }
        if (incident.commander() != null) {
            records.setRole(id, new PersonName(incident.commander()), Responder.Role.RESPONDER);
        }
        if (!records.join(id, person, Responder.Role.COMMANDER, now)) {
            records.setRole(id, person, Responder.Role.COMMANDER);
        }
        incidents.command(id, person.value());
        write(id, now, "commander", actor, person + " leads.", null, Map.of("person", person.value()));
        news.changed(id);
    }

    void join(IncidentId id, Actor actor, PersonName person, Instant now) {
        open(id);
        if (records.join(id, person, Responder.Role.RESPONDER, now)) {
            write(id, now, "joined", actor, person + " joined.", null, Map.of("person", person.value()));
            news.changed(id);
        }
    }

    void leave(IncidentId id, Actor actor, PersonName person, Instant now) {
        var incident = lifecycle.lock(id);
        if (records.leave(id, person, now)) {
            write(id, now, "left", actor, person + " left.", null, Map.of("person", person.value()));
            if (person.value().equals(incident.commander())) {
                incidents.command(id, null);
            }
            news.changed(id);
        }
    }

    /** Changes who answers: routing starts anew there, what loses money stays (rule 9). */
    void reassign(IncidentId id, Actor actor, ServiceName service, String reason, Instant now) {
        var incident = open(id);
        if (incident.service().equals(service)) {
            return;
        }
        incidents.answeredBy(id, service);
        findables.changed(id);
        write(id, now, "reassigned", actor, "%s reassigned it from %s to %s: %s".formatted(actor.by(), incident.service(), service, reason), null,
                Map.of("from", incident.service().value(), "to", service.value(), "reason", reason));
        callouts.tellThoseCalled(Lifecycle.subject(id), "reassigned", actor.person(), now);
        callouts.restart(Lifecycle.subject(id), service, Urgency.ALWAYS, now);
        reassessment.reassess(id, now);
    }

    /** False where nobody is being called any more, so that there is no next. */
    boolean escalate(IncidentId id, Instant now) {
        open(id);
        var escalated = callouts.escalateNow(Lifecycle.subject(id), now);
        if (escalated) news.changed(id);
        return escalated;
    }

    private Incident open(IncidentId id) {
        var incident = lifecycle.lock(id);
        if (!incident.isOpen()) {
            throw new Conflict("STATE", incident.reference() + " is resolved: reopen it first.");
        }
        return incident;
    }

    private void write(
            IncidentId id, Instant now, String kind, Actor actor, String text, @Nullable String note, Map<String, Object> data) {
        var all = new java.util.LinkedHashMap<>(data);
        if (note != null) {
            all.put("note", note);
        }
        records.write(List.of(Entry.of(id, now, kind, actor.by(), text, all)));
    }
}
