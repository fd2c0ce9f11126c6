package dev.holdfast.incidents;

import dev.holdfast.alerts.Alert;
import dev.holdfast.alerts.Alerts;
import dev.holdfast.paging.Callouts;
import dev.holdfast.paging.PagingEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The timeline, read as the union of entries, alerts and pages: nothing of it is copied. */
@Component
class Timeline {

    private static final int MOST_ALERTS = 500;
    private static final Comparator<TimelineEntry> ORDER =
            Comparator.comparing(TimelineEntry::at).thenComparing(TimelineEntry::id);

    private final RecordStore records;
    private final Alerts alerts;
    private final Callouts callouts;

    Timeline(RecordStore records, Alerts alerts, Callouts callouts) {
        this.records = records;
        this.alerts = alerts;
        this.callouts = callouts;
    }

    /** Ascending by instant, then id. */
    List<TimelineEntry> of(IncidentId id) {
        var entries = records.entries(id);
        var opening = entries.stream()
                .filter(entry -> entry.kind().equals("opened"))
                .map(entry -> String.valueOf(entry.data().get("alert")))
                .findFirst()
                .orElse("");
        var all = new ArrayList<TimelineEntry>();
        entries.forEach(entry -> all.add(new TimelineEntry(
                entry.id().toString(), entry.at(), entry.kind(), entry.by(), entry.text(), entry.data(), entry.explain())));
        alerts.latestOf(id.value(), MOST_ALERTS).stream().flatMap(alert -> said(alert, opening)).forEach(all::add);
        callouts.entries(Lifecycle.subject(id)).forEach(entry -> all.add(new TimelineEntry(
                entry.id(), entry.at(), entry.kind(), Actor.HOLDFAST.by(), entry.text(), called(entry), entry.explain())));
        all.sort(ORDER);
        return all;
    }

    /** What a page's line has beside its words: whom, at which step of which round, by which schedule. */
    private static Map<String, Object> called(PagingEntry entry) {
        var data = new LinkedHashMap<>(entry.data());
        if (entry.person() != null) {
            data.putIfAbsent("person", entry.person().value());
        }
        if (entry.step() != null) {
            data.putIfAbsent("step", entry.step());
        }
        if (entry.round() != null) {
            data.putIfAbsent("round", entry.round());
        }
        if (entry.schedule() != null) {
            data.putIfAbsent("schedule", entry.schedule());
        }
        return data;
    }

    private static Stream<TimelineEntry> said(Alert alert, String opening) {
        var lines = new ArrayList<TimelineEntry>();
        var by = "integration:" + alert.key().integration();
        Map<String, Object> data = Map.of(
                "alert", alert.id().toString(), "severity", alert.severity().toString(), "dedupKey", alert.key().dedupKey());
        if (!alert.id().toString().equals(opening)) {
            lines.add(new TimelineEntry(
                    alert.id() + "-j", alert.firstAt(), "alert-joined", by,
                    "Alert “%s”, %s, joined".formatted(alert.summary(), alert.severity()), data, List.of()));
        }
        if (alert.resolvedAt() != null) {
            lines.add(new TimelineEntry(
                    alert.id() + "-r", alert.resolvedAt(), "alert-resolved", by,
                    "Alert “%s” was resolved".formatted(alert.summary()), data, List.of()));
        }
        return lines.stream();
    }
}
