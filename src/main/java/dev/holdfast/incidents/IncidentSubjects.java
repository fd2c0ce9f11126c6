package dev.holdfast.incidents;

import dev.holdfast.alerts.Alert;
import dev.holdfast.alerts.Alerts;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.paging.LossPoint;
import dev.holdfast.paging.SubjectBrief;
import dev.holdfast.paging.SubjectBrief.Standing;
import dev.holdfast.paging.SubjectId;
import dev.holdfast.paging.Subjects;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What paging calls about: incidents, and the unrouted alerts of an integration. */
@Component
class IncidentSubjects implements Subjects {

    private static final int MOST_KEYS = 100;

    private final IncidentStore incidents;
    private final RecordStore records;
    private final Alerts alerts;
    private final Documents documents;
    private final Assessor assessor;
    private final Costing costing;
    private final LossCourses courses;
    private final IncidentPolicies policies;
    private final ObjectProvider<Lifecycle> lifecycle;
    private final Ledger ledger;
    private final BaseUrl baseUrl;

    IncidentSubjects(
            IncidentStore incidents,
            RecordStore records,
            Alerts alerts,
            Documents documents,
            Assessor assessor,
            Costing costing,
            LossCourses courses,
            IncidentPolicies policies,
            ObjectProvider<Lifecycle> lifecycle,
            Ledger ledger,
            BaseUrl baseUrl) {
        this.incidents = incidents;
        this.records = records;
        this.alerts = alerts;
        this.documents = documents;
        this.assessor = assessor;
        this.costing = costing;
        this.courses = courses;
        this.policies = policies;
        this.lifecycle = lifecycle;
        this.ledger = ledger;
        this.baseUrl = baseUrl;
    }

    @Override
    public Optional<SubjectBrief> brief(SubjectId subject, Instant now) {
        return UnroutedNotice.integrationOf(subject)
                .map(integration -> unrouted(subject, integration, now))
                .or(() -> incidents.find(id(subject)).map(incident -> brief(subject, incident, now)));
    }

    @Override
    public Map<SubjectId, Boolean> waiting(Collection<SubjectId> subjects) {
        var waiting = new HashMap<SubjectId, Boolean>();
        subjects.stream().filter(it -> UnroutedNotice.integrationOf(it).isPresent()).forEach(it -> waiting.put(it, false));
        var about = subjects.stream().filter(it -> !waiting.containsKey(it)).map(IncidentSubjects::id).toList();
        incidents.find(about).stream()
                .filter(incident -> incident.state() == State.TRIGGERED)
                .forEach(incident -> waiting.put(Lifecycle.subject(incident.id()), incident.isMajor()));
        return waiting;
    }

    @Override
    public List<LossPoint> growth(SubjectId subject, Instant now) {
        if (UnroutedNotice.integrationOf(subject).isPresent()) return List.of();
        return incidents.find(id(subject)).stream()
                .flatMap(incident -> courses.of(incident, now).stream())
                .map(point -> new LossPoint(point.at(), point.lost()))
                .toList();
    }

    @Override
    public List<PersonName> helping(SubjectId subject) {
        if (UnroutedNotice.integrationOf(subject).isPresent()) return List.of();
        return records.responders(List.of(id(subject))).stream()
                .map(Map.Entry::getValue)
                .filter(responder -> responder.leftAt() == null)
                .map(Responder::person)
                .toList();
    }

    @Override
    public boolean acknowledge(SubjectId subject, PersonName person, Instant now) {
        var incident = lifecycle.getObject().lock(id(subject));
        if (!incident.isOpen()) {
            return false;
        }
        lifecycle.getObject().acknowledge(incident.id(), Actor.person(person), null, now);
        if (incident.state() != State.ACKNOWLEDGED) {
            ledger.record(person.value(), "acknowledge", "incident/" + incident.id(), null, Map.of("by", "link"));
        }
        return true;
    }

    @Override
    public void passedOn(SubjectId subject, PersonName person) {
        ledger.record(person.value(), "pass-on", "incident/" + id(subject), null, Map.of("by", "link"));
    }

    @Override
    public void acknowledgementLapsed(SubjectId subject, Instant now) {
        var incident = lifecycle.getObject().lock(id(subject));
        if (incident.state() == State.ACKNOWLEDGED && incident.isMajor()) {
            lifecycle.getObject().unacknowledge(incident.id(), Actor.HOLDFAST, null, now);
        }
    }

    private SubjectBrief brief(SubjectId subject, Incident incident, Instant now) {
        var course = assessor.course(incident);
        var cost = costing.cost(incident, course, policies.in(documents.at(now)), now);
        return new SubjectBrief(
                subject,
                incident.reference(),
                baseUrl.of("/incidents/" + incident.reference()),
                incident.service(),
                incident.isMajor(),
                incident.summary(),
                incident.severity().toString(),
                alerts.latestOf(incident.id().value(), MOST_KEYS).stream().map(Alert::key).map(key -> key.dedupKey()).toList(),
                Math.toIntExact(alerts.counts(List.of(incident.id().value())).getOrDefault(incident.id().value(), 0L)),
                incident.startedAt(),
                cost.ratePerHour(),
                cost.soFar(),
                standing(incident));
    }

    private static Standing standing(Incident incident) {
        return switch (incident.state()) {
            case TRIGGERED -> new Standing.Waiting();
            case ACKNOWLEDGED -> {
                var by = Objects.requireNonNullElse(incident.acknowledgedBy(), "");
                var isPerson = !by.isEmpty() && by.indexOf(':') < 0;
                yield new Standing.Acknowledged(
                        by, isPerson ? new PersonName(by) : null, Objects.requireNonNullElse(incident.acknowledgedAt(), incident.openedAt()));
            }
            case RESOLVED -> new Standing.Resolved(incident.resolvedAt());
        };
    }

    private SubjectBrief unrouted(SubjectId subject, String integration, Instant now) {
        return new SubjectBrief(
                subject,
                "Unrouted",
                baseUrl.of("/api/v1/alerts?unrouted=true&integration=" + integration),
                new ServiceName("unrouted"),
                false,
                "Alerts of " + integration + " are for no service, so nobody is called for them",
                "error",
                List.of(),
                0,
                now,
                null,
                null,
                new Standing.Waiting());
    }

    private static IncidentId id(SubjectId subject) {
        return new IncidentId(UUID.fromString(subject.value()));
    }
}
