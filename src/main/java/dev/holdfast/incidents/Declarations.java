package dev.holdfast.incidents;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.incidents.Revisions.ImpactRevision;
import dev.holdfast.paging.Begin;
import dev.holdfast.paging.Callouts;
import dev.holdfast.paging.Urgency;
import dev.holdfast.quantities.TimeOrdered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Incidents that a person or a program declares. */
@Component
class Declarations {

    private final Documents documents;
    private final IncidentStore incidents;
    private final RecordStore records;
    private final IncidentPolicies policies;
    private final Assessor assessor;
    private final Crossings crossings;
    private final Majors majors;
    private final Callouts callouts;
    private final Findables findables;
    private final News news;

    Declarations(
            Documents documents,
            IncidentStore incidents,
            RecordStore records,
            IncidentPolicies policies,
            Assessor assessor,
            Crossings crossings,
            Majors majors,
            Callouts callouts,
            Findables findables,
            News news) {
        this.documents = documents;
        this.incidents = incidents;
        this.records = records;
        this.policies = policies;
        this.assessor = assessor;
        this.crossings = crossings;
        this.majors = majors;
        this.callouts = callouts;
        this.findables = findables;
        this.news = news;
    }

    IncidentId declare(Declared declared, Actor actor, Instant now) {
        var view = documents.at(now);
        var policy = policies.in(view);
        var id = new IncidentId(TimeOrdered.id(now));
        var share = declared.impact() == null ? policy.of(declared.severity()).impact() : declared.impact();
        var impact = new ImpactRevision(id, declared.service(), now, share, actor.by());
        var course = assessor.course(now, List.of(impact), List.of());
        var judgement = Judgement.of(course, policy, Assessor.calendar(view, declared.service()), now);
        var incident = NewIncident.of(id, declared.summary(), declared.service(), declared.severity(), judgement, now, now);
        incidents.insert(List.of(incident));
        findables.changed(id);
        records.addImpacts(List.of(impact), now);
        if (declared.impact() != null) {
            incidents.impactSet(id);
        }
        records.write(List.of(Entry.of(
                        id, now, "opened", actor.by(), actor.by() + " declared it.", Map.of("impact", share.toPlainString()))
                .because(judgement.explain())));
        if (declared.page()) {
            var urgency = policy.wakesFor(judgement.size()) ? Urgency.ALWAYS : Urgency.WORKING_HOURS;
            callouts.beginAll(List.of(new Begin(Lifecycle.subject(id), declared.service(), urgency)), now);
        }
        crossings.watch(id, Crossings.next(course, judgement, callouts.breakThroughAbove(now), now));
        if (incident.isMajor()) {
            majors.became(incident, judgement.explain(), now);
        }
        news.changed(id);
        return id;
    }
}
