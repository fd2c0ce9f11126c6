package dev.holdfast.incidents;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.Joining.Making;
import dev.holdfast.incidents.Revisions.ImpactRevision;
import dev.holdfast.paging.Begin;
import dev.holdfast.paging.Callouts;
import dev.holdfast.paging.SubjectId;
import dev.holdfast.paging.Urgency;
import dev.holdfast.quantities.Because;
import dev.holdfast.quantities.TimeOrdered;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes incidents: rows, first impact, type by expected loss, and the callout, all in the caller's transaction. */
@Component
class Openings {

    private final IncidentStore incidents;
    private final RecordStore records;
    private final Assessor assessor;
    private final Crossings crossings;
    private final Majors majors;
    private final Callouts callouts;
    private final Findables findables;
    private final News news;

    Openings(
            IncidentStore incidents,
            RecordStore records,
            Assessor assessor,
            Crossings crossings,
            Majors majors,
            Callouts callouts,
            Findables findables,
            News news) {
        this.incidents = incidents;
        this.records = records;
        this.assessor = assessor;
        this.crossings = crossings;
        this.majors = majors;
        this.callouts = callouts;
        this.findables = findables;
        this.news = news;
    }

    /** An incident that is about to be opened, judged by what it is expected to cost. */
    private record Opened(Incident incident, ImpactRevision impact, Judgement judgement, Optional<Instant> crossing, Entry entry, Begin callout) {}

    Map<ServiceName, IncidentId> open(List<Making> making, CatalogueView view, IncidentPolicy policy, Instant now) {
        var opened = new ArrayList<Opened>();
        var ids = new HashMap<ServiceName, IncidentId>();
        var limit = callouts.breakThroughAbove(now);
        for (var one : making) {
            var incident = judge(one, view, policy, limit, now);
            opened.add(incident);
            ids.put(one.service(), incident.incident().id());
        }
        if (opened.isEmpty()) {
            return ids;
        }
        incidents.insert(opened.stream().map(Opened::incident).toList());
        findables.changed(ids.values());
        records.addImpacts(opened.stream().map(Opened::impact).toList(), now);
        records.write(opened.stream().map(Opened::entry).toList());
        callouts.beginAll(opened.stream().map(Opened::callout).toList(), now);
        var ahead = new HashMap<IncidentId, Instant>();
        opened.forEach(one -> one.crossing().ifPresent(at -> ahead.put(one.incident().id(), at)));
        crossings.watchAll(ahead);
        for (var one : opened) {
            if (one.incident().isMajor()) {
                majors.became(one.incident(), one.judgement().explain(), now);
            }
            news.changed(one.incident().id());
        }
        return ids;
    }

    private Opened judge(Making making, CatalogueView view, IncidentPolicy policy, Optional<BigDecimal> limit, Instant now) {
        var id = new IncidentId(TimeOrdered.id(now));
        var foremost = making.foremost();
        var by = "integration:" + foremost.signal().key().integration();
        var impact = new ImpactRevision(id, making.service(), making.startedAt(), foremost.treatment().impact(), by);
        var course = assessor.course(making.startedAt(), List.of(impact), List.of());
        var judgement = Judgement.of(course, policy, Assessor.calendar(view, making.service()), now);
        var incident = NewIncident.of(id, foremost.signal().summary(), making, judgement, now);
        var entry = Entry.of(
                        id,
                        now,
                        "opened",
                        by,
                        "Alert “%s”, %s, from %s"
                                .formatted(
                                        foremost.signal().summary(),
                                        foremost.severity(),
                                        foremost.signal().key().integration()),
                        Map.of(
                                "alert", foremost.alert().toString(),
                                "severity", foremost.severity().toString(),
                                "dedupKey", foremost.signal().key().dedupKey(),
                                "alerts", making.alerts().size(),
                                "impact", impact.impact().toPlainString()))
                .because(explain(making, judgement));
        return new Opened(incident, impact, judgement, Crossings.next(course, judgement, limit, now), entry, callout(id, making, judgement, policy));
    }

    private static List<Because> explain(Making making, Judgement judgement) {
        var foremost = making.foremost();
        var lines = new ArrayList<Because>();
        lines.add(new Because(
                "ROUTED",
                "%s answers: %s.".formatted(making.service(), foremost.route().why()),
                Map.of("service", making.service().value(), "why", foremost.route().why())));
        var share = foremost.treatment().impact().toPlainString();
        lines.add(new Because(
                "IMPACT_BY_SEVERITY",
                "%s is taken to lose %s of the service.".formatted(foremost.severity(), share),
                Map.of("severity", foremost.severity().toString(), "impact", share)));
        lines.addAll(judgement.explain());
        return lines;
    }

    private static Begin callout(IncidentId id, Making making, Judgement judgement, IncidentPolicy policy) {
        var always = making.alerts().stream().anyMatch(it -> it.treatment().page() == Treatment.Pages.ALWAYS);
        return new Begin(
                new SubjectId(id.toString()),
                making.service(),
                always && policy.wakesFor(judgement.size()) ? Urgency.ALWAYS : Urgency.WORKING_HOURS);
    }
}
