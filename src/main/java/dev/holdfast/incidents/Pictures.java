package dev.holdfast.incidents;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.holdfast.alerts.Alerts;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.operatingmodel.ServiceMoment;
import dev.holdfast.paging.Callouts;
import dev.holdfast.paging.PagingState;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws incidents as they stand, any number of them in a constant number of queries. */
@Component
class Pictures {

    private static final Duration WEEK = Duration.ofHours(168);

    private final Documents documents;
    private final RecordStore records;
    private final Alerts alerts;
    private final Callouts callouts;
    private final Assessor assessor;
    private final Costing costing;
    private final Selection selection;
    private final IncidentPolicies policies;

    Pictures(
            Documents documents,
            RecordStore records,
            Alerts alerts,
            Callouts callouts,
            Assessor assessor,
            Costing costing,
            Selection selection,
            IncidentPolicies policies) {
        this.documents = documents;
        this.records = records;
        this.alerts = alerts;
        this.callouts = callouts;
        this.assessor = assessor;
        this.costing = costing;
        this.selection = selection;
        this.policies = policies;
    }

    List<Picture> of(List<Incident> incidents, Instant now) {
        return incidents.isEmpty() ? List.of() : documents.holding(() -> drawn(incidents, now));
    }

    private List<Picture> drawn(List<Incident> incidents, Instant now) {
        var ids = incidents.stream().map(Incident::id).toList();
        var responders =
                records.responders(ids).stream()
                        .collect(
                                groupingBy(
                                        Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        var counts = alerts.counts(ids.stream().map(IncidentId::value).toList());
        var paging = callouts.states(ids.stream().map(Lifecycle::subject).toList());
        var courses = assessor.courses(incidents);
        var outages = outages(courses.values(), now);
        var policy = policies.in(documents.at(now));
        var selected = selected(incidents, courses, now);
        return incidents.stream()
                .map(
                        incident -> {
                            var course = Objects.requireNonNull(courses.get(incident.id()));
                            return new Picture(
                                    incident,
                                    now,
                                    affected(course, incident, now),
                                    responders.getOrDefault(incident.id(), List.of()),
                                    counts.getOrDefault(incident.id().value(), 0L),
                                    paging.getOrDefault(
                                            Lifecycle.subject(incident.id()), PagingState.NONE),
                                    costing.cost(
                                            incident,
                                            course,
                                            policy,
                                            () ->
                                                    tolerable(
                                                            selected,
                                                            incident,
                                                            course,
                                                            incident.startedAt()),
                                            now),
                                    tolerance(
                                            Costing.principal(incident, course),
                                            tolerable(selected, incident, course, now),
                                            outages,
                                            own(incident, course),
                                            now));
                        })
                .toList();
    }

    /** When the service that it is held against was unavailable by this incident. */
    private static List<Outage> own(Incident incident, Course course) {
        var principal = Costing.principal(incident, course);
        return course.affected().stream()
                .filter(affected -> affected.service().equals(principal))
                .flatMap(affected -> stretches(affected.impacts(), incident.resolvedAt()).stream())
                .toList();
    }

    private static List<Outage> stretches(List<Impact> impacts, @Nullable Instant end) {
        var sorted = impacts.stream().sorted(Comparator.comparing(Impact::at)).toList();
        var outages = new ArrayList<Outage>();
        for (var i = 0; i < sorted.size(); i++) {
            var from = sorted.get(i).at();
            var to = i + 1 < sorted.size() ? sorted.get(i + 1).at() : end;
            if (to == null || to.isAfter(from)) outages.add(new Outage(new Period(from, to), sorted.get(i).share()));
        }
        return outages;
    }

    /** What is left of what the target of a service tolerates a week. */
    Picture.ToleranceNow tolerance(ServiceName service, Duration perWeek, Instant now) {
        var outages = outagesOf(List.of(service.value()), now);
        return Objects.requireNonNull(tolerance(service, Optional.of(perWeek), outages, List.of(), now));
    }

    /** Of those that have a target, in two queries. */
    Map<ServiceName, Picture.ToleranceNow> tolerances(Collection<ServiceName> services, Instant now) {
        var outages = outagesOf(services.stream().map(ServiceName::value).distinct().toList(), now);
        var selected = selection.of(services.stream().map(service -> new ServiceMoment(service, now)).distinct().toList());
        var tolerances = new LinkedHashMap<ServiceName, Picture.ToleranceNow>();
        selected.forEach((moment, its) -> {
            var left = tolerance(moment.service(), its.tolerableUnavailabilityPerWeek(), outages, List.of(), now);
            if (left != null) tolerances.put(moment.service(), left);
        });
        return tolerances;
    }

    /** The selections in force at each incident's start and now, with one query. */
    private Map<ServiceMoment, Selected> selected(
            List<Incident> incidents, Map<IncidentId, Course> courses, Instant now) {
        return selection.of(
                incidents.stream()
                        .flatMap(
                                incident -> {
                                    var service =
                                            Costing.principal(
                                                    incident,
                                                    Objects.requireNonNull(
                                                            courses.get(incident.id())));
                                    return Stream.of(
                                            new ServiceMoment(service, incident.startedAt()),
                                            new ServiceMoment(service, now));
                                })
                        .distinct()
                        .toList());
    }

    private static Optional<Duration> tolerable(
            Map<ServiceMoment, Selected> selected, Incident incident, Course course, Instant at) {
        return Objects.requireNonNull(
                        selected.get(new ServiceMoment(Costing.principal(incident, course), at)))
                .tolerableUnavailabilityPerWeek();
    }

    private static Picture.@Nullable ToleranceNow tolerance(
            ServiceName service,
            Optional<Duration> tolerable,
            Map<ServiceName, List<Outage>> outages,
            List<Outage> own,
            Instant now) {
        return tolerable
                .map(
                        perWeek -> {
                            var of = outages.getOrDefault(service, List.of());
                            return new Picture.ToleranceNow(
                                    perWeek,
                                    Tolerance.left(perWeek, of, now),
                                    Tolerance.exhaustedAt(perWeek, of, now).orElse(null),
                                    perWeek.minus(Tolerance.left(perWeek, own, now)));
                        })
                .orElse(null);
    }

    private Map<ServiceName, List<Outage>> outages(Collection<Course> courses, Instant now) {
        var services =
                courses.stream()
                        .flatMap(course -> course.affected().stream())
                        .map(it -> it.service().value())
                        .distinct()
                        .toList();
        return outagesOf(services, now);
    }

    private Map<ServiceName, List<Outage>> outagesOf(List<String> services, Instant now) {
        return records.affecting(services, now.minus(WEEK)).stream()
                .collect(
                        groupingBy(
                                RecordStore.Affecting::service,
                                groupingBy(RecordStore.Affecting::incident)))
                .entrySet()
                .stream()
                .collect(
                        java.util.stream.Collectors.toMap(
                                Map.Entry::getKey,
                                entry ->
                                        entry.getValue().values().stream()
                                                .flatMap(it -> outages(it).stream())
                                                .toList()));
    }

    /** The stretches between one incident's revisions, each with the share that was lost. */
    private static List<Outage> outages(List<RecordStore.Affecting> revisions) {
        var sorted =
                revisions.stream().sorted(Comparator.comparing(RecordStore.Affecting::at)).toList();
        var outages = new ArrayList<Outage>();
        for (int i = 0; i < sorted.size(); i++) {
            var end = i + 1 < sorted.size() ? sorted.get(i + 1).at() : sorted.get(i).resolvedAt();
            if (end == null || end.isAfter(sorted.get(i).at())) {
                outages.add(
                        new Outage(new Period(sorted.get(i).at(), end), sorted.get(i).impact()));
            }
        }
        return outages;
    }

    private static List<Picture.AffectedNow> affected(
            Course course, Incident incident, Instant now) {
        var at = incident.resolvedAt() == null ? now : incident.resolvedAt();
        return course.affected().stream()
                .map(it -> new Picture.AffectedNow(it.service(), it.impactAt(at)))
                .toList();
    }
}
