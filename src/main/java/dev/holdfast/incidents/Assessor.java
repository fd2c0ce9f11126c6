package dev.holdfast.incidents;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.Revisions.ImpactRevision;
import dev.holdfast.incidents.Revisions.StatedRevision;
import dev.holdfast.operatingmodel.LossRates;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.quantities.Money;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings the facts of an incident's cost together for the rules. */
@Component
class Assessor {

    private final RecordStore records;
    private final LossRates rates;
    private final Policies policies;

    Assessor(RecordStore records, LossRates rates, Policies policies) {
        this.records = records;
        this.rates = rates;
        this.policies = policies;
    }

    Currency currency(Instant at) {
        return policies.at(at).currency();
    }

    Course course(Incident incident) {
        return Objects.requireNonNull(courses(List.of(incident)).get(incident.id()));
    }

    /** The courses of several incidents in a constant number of queries. */
    Map<IncidentId, Course> courses(Collection<Incident> incidents) {
        var ids = incidents.stream().map(Incident::id).toList();
        var impacts = records.impacts(ids).stream().collect(groupingBy(ImpactRevision::incident));
        var stated = records.stated(ids).stream().collect(groupingBy(StatedRevision::incident));
        return incidents.stream()
                .collect(Collectors.toMap(
                        Incident::id,
                        incident -> course(
                                incident.startedAt(),
                                impacts.getOrDefault(incident.id(), List.of()),
                                stated.getOrDefault(incident.id(), List.of()))));
    }

    Course course(Instant startedAt, List<ImpactRevision> impacts, List<StatedRevision> stated) {
        var currency = currency(startedAt);
        var affected = impacts.stream()
                .collect(groupingBy(
                        ImpactRevision::service,
                        java.util.LinkedHashMap::new,
                        mapping(it -> new Impact(it.at(), it.impact()), toList())));
        return new Course(
                startedAt,
                currency,
                affected.entrySet().stream()
                        .map(it -> new Affected(it.getKey(), rates.of(it.getKey()), it.getValue()))
                        .toList(),
                stated.stream().map(it -> new Stated(it.at(), new Money(it.amount(), currency))).toList());
    }

    /** Whether anything that an incident affects was assessed, so that its loss can be reckoned. */
    static boolean isReckonable(Course course) {
        return !course.stated().isEmpty()
                || course.affected().stream().anyMatch(it -> it.rate().isAssessedAt(course.startedAt()));
    }

    static WorkingCalendar calendar(CatalogueView view, ServiceName service) {
        return view.calendarOf(view.service(service).map(Service::owner).orElse(null));
    }
}
