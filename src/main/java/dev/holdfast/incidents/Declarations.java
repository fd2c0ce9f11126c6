package dev.holdfast.incidents;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.incidents.Revisions.ImpactRevision;
import dev.holdfast.incidents.Revisions.StatedRevision;
import dev.holdfast.paging.Begin;
import dev.holdfast.paging.Callouts;
import dev.holdfast.paging.Urgency;
import dev.holdfast.quantities.TimeOrdered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Incidents that a person or a program declares: one that is on now, or one of the past. */
@Component
class Declarations {

    private final Documents documents;
    private final IncidentStore incidents;
    private final RecordStore records;
    private final IncidentPolicies policies;
    private final Assessor assessor;
    private final Costing costing;
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
            Costing costing,
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
        this.costing = costing;
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

    /** No page, no notification; loss, type and protection as if it had been lived. */
    IncidentId importPast(Past past, Actor actor, Instant now) {
        var policy = policies.in(documents.at(past.startedAt()));
        var id = new IncidentId(TimeOrdered.id(past.startedAt()));
        var impacts = past.impacts().isEmpty()
                ? List.of(new ImpactRevision(id, past.service(), past.startedAt(), policy.of(past.severity()).impact(), actor.by()))
                : past.impacts().stream()
                        .map(it -> new ImpactRevision(id, past.service(), it.at(), it.impact(), actor.by()))
                        .toList();
        var stated = Optional.ofNullable(past.stated())
                .map(it -> new StatedRevision(id, it.at(), it.amount(), actor.by()));
        var course = assessor.course(past.startedAt(), impacts, stated.stream().toList());
        var size = Expectation.lived(course, policy.thresholds(course.currency()), past.resolvedAt());
        var judgement = new Judgement(size, Loss.at(course, past.resolvedAt()), null, Optional.empty(), List.of());
        var incident = NewIncident.of(
                id, past.summary(), past.service(), past.severity(), judgement, past.startedAt(), past.startedAt());
        incidents.insert(List.of(incident));
        incidents.importedAs(id, past.externalId());
        records.addImpacts(impacts, now);
        stated.ifPresent(it -> records.addStated(it, now));
        if (past.acknowledgedAt() != null) {
            var by = past.acknowledgedBy() == null ? actor.by() : past.acknowledgedBy();
            incidents.acknowledge(id, by, past.acknowledgedAt());
            records.write(List.of(Entry.of(id, past.acknowledgedAt(), "acknowledged", by, by + " acknowledged.", Map.of())));
        }
        incidents.resolve(id, actor.by(), past.resolvedAt(), costing.figures(incident, course, past.resolvedAt()));
        findables.changed(id);
        records.write(List.of(
                Entry.of(id, past.startedAt(), "opened", actor.by(), "Imported by " + actor.by() + ".", Map.of("imported", true)),
                Entry.of(id, past.resolvedAt(), "resolved", actor.by(), "It was over.", Map.of("imported", true))));
        return id;
    }

    Optional<Incident> imported(@Nullable String externalId) {
        return Optional.ofNullable(externalId).flatMap(incidents::findByExternalId);
    }
}
