package dev.holdfast.incidents;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.paging.Callouts;
import dev.holdfast.paging.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges an open incident anew by what it is expected to cost now. It only ever becomes larger by itself. */
@Component
class Reassessment {

    private final Documents documents;
    private final IncidentStore incidents;
    private final RecordStore records;
    private final Assessor assessor;
    private final IncidentPolicies policies;
    private final Crossings crossings;
    private final Majors majors;
    private final Callouts callouts;
    private final News news;

    Reassessment(
            Documents documents,
            IncidentStore incidents,
            RecordStore records,
            Assessor assessor,
            IncidentPolicies policies,
            Crossings crossings,
            Majors majors,
            Callouts callouts,
            News news) {
        this.documents = documents;
        this.incidents = incidents;
        this.records = records;
        this.assessor = assessor;
        this.policies = policies;
        this.crossings = crossings;
        this.majors = majors;
        this.callouts = callouts;
        this.news = news;
    }

    void reassess(IncidentId id, Instant now) {
        incidents.lock(List.of(id)).stream().filter(Incident::isOpen).forEach(incident -> reassess(incident, now));
    }

    private void reassess(Incident incident, Instant now) {
        var view = documents.at(now);
        var policy = policies.in(view);
        var course = assessor.course(incident);
        var judgement = Judgement.of(course, policy, Assessor.calendar(view, incident.service()), now);
        if (judgement.size().compareTo(incident.size()) > 0) {
            grow(incident, judgement, policy, now);
        }
        callouts.breakThrough(new SubjectId(incident.id().toString()), Loss.at(course, now), now);
        crossings.watch(incident.id(), next(course, judgement, now));
        news.changed(incident.id());
    }

    /** What is above the limit has broken through, and needs no timer for it. */
    private Optional<Instant> next(Course course, Judgement judgement, Instant now) {
        var limit = callouts.breakThroughAbove(now).filter(above -> Loss.at(course, now).amount().compareTo(above) <= 0);
        return Crossings.next(course, judgement, limit, now);
    }

    private void grow(Incident incident, Judgement judgement, IncidentPolicy policy, Instant now) {
        var decidedByPerson = incident.typeBy() == Incident.TypeBy.PERSON;
        var type = decidedByPerson || incident.isMajor() ? incident.type() : judgement.size().type();
        var by = decidedByPerson || incident.isMajor() ? incident.typeBy() : Incident.TypeBy.EXPECTED_LOSS;
        incidents.size(incident.id(), judgement.size(), type, by, judgement.restoreBy());
        records.write(List.of(Entry.of(
                        incident.id(),
                        now,
                        "type",
                        Actor.HOLDFAST.by(),
                        judgement.explain().getFirst().text(),
                        Map.of("type", type.word(), "method", judgement.size().method().word()))
                .because(judgement.explain())));
        if (!policy.wakesFor(incident.size()) && policy.wakesFor(judgement.size())) {
            callouts.wake(new SubjectId(incident.id().toString()), now);
        }
        if (type == IncidentType.MAJOR && !incident.isMajor()) {
            majors.became(incidents.find(incident.id()).orElseThrow(), judgement.explain(), now);
        }
    }
}
