package dev.holdfast.handover;

import dev.holdfast.alerts.AlertKey;
import dev.holdfast.alerts.FirstAlerts;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.incidents.Incident;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.paging.Callouts;
import dev.holdfast.paging.CallsMade;
import dev.holdfast.paging.PagingState;
import dev.holdfast.paging.SubjectId;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what shifts of one schedule were like, by as many questions for many as for one. */
@Component
class Digests {

    /** Of so many incidents at most, the latest, a digest knows. */
    private static final int MOST = 500;

    private final Documents documents;
    private final Covered covered;
    private final Incidents incidents;
    private final CallsMade calls;
    private final FirstAlerts alerts;
    private final Callouts callouts;

    Digests(Documents documents, Covered covered, Incidents incidents, CallsMade calls, FirstAlerts alerts, Callouts callouts) {
        this.documents = documents;
        this.covered = covered;
        this.incidents = incidents;
        this.calls = calls;
        this.alerts = alerts;
        this.callouts = callouts;
    }

    Map<Changeover, Digest> of(OnCallNow schedule, List<Changeover> changes, Instant now) {
        if (changes.isEmpty()) return Map.of();
        var view = documents.at(now);
        var from = changes.stream().map(Changeover::since).min(Comparator.naturalOrder()).orElse(now);
        var rows = incidents.rows(covered.incidents(view, schedule, from, now), null, MOST);
        var digesting = new Digesting(rows, happened(rows, from, now), held(rows), keys(rows), calendar(view, schedule));
        var latest = changes.stream().map(Changeover::at).filter(at -> !at.isAfter(now)).max(Comparator.naturalOrder()).orElse(now);
        var digests = new LinkedHashMap<Changeover, Digest>();
        changes.forEach(change -> digests.put(change, digesting.of(change, now, !change.at().isBefore(latest))));
        return digests;
    }

    private Map<SubjectId, List<Instant>> happened(List<Incident> rows, Instant from, Instant now) {
        return calls.between(rows.stream().map(Digesting::subject).toList(), from, now);
    }

    private Map<SubjectId, Instant> held(List<Incident> rows) {
        var held = new HashMap<SubjectId, Instant>();
        callouts.states(rows.stream().filter(Incident::isOpen).map(Digesting::subject).toList()).forEach((subject, state) -> {
            if (state.state() == PagingState.State.SUPPRESSED && state.suppressedUntil() != null) held.put(subject, state.suppressedUntil());
        });
        return held;
    }

    private Map<SubjectId, AlertKey> keys(List<Incident> rows) {
        return alerts.keys(rows.stream().map(row -> row.id().value()).toList()).entrySet().stream()
                .collect(Collectors.toMap(each -> new SubjectId(each.getKey().toString()), Map.Entry::getValue));
    }

    private static WorkingCalendar calendar(CatalogueView view, OnCallNow schedule) {
        return schedule.team() == null ? view.calendar() : view.calendarOf(schedule.team());
    }
}
