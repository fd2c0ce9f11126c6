package dev.holdfast.portal.web.service;

import dev.holdfast.alerts.Alert;
import dev.holdfast.alerts.AlertFilter;
import dev.holdfast.alerts.Alerts;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Service;
import dev.holdfast.changes.Audit;
import dev.holdfast.changes.Evidence;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.DeploymentFilter;
import dev.holdfast.deployments.Deployments;
import dev.holdfast.http.Limit;
import dev.holdfast.incidents.Picture;
import dev.holdfast.operatingmodel.Decision;
import dev.holdfast.operatingmodel.Decisions;
import dev.holdfast.portal.web.IncidentWords;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.portal.web.changes.ChangeWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happened to a service lately, the newest first: incidents, alerts that fire, deployments, what was declared, what was decided. */
@Component
class Lately {

    private static final int SHOWN = 12;
    private static final int ALERTS = 5;
    private static final Limit DEPLOYED = new Limit(8);
    private static final int AT_LEAST = 3;
    private static final Duration LATELY = Duration.ofDays(90);
    private static final Duration LATER = Duration.ofMinutes(1);

    private final Documents documents;
    private final Decisions decisions;
    private final Alerts alerts;
    private final Deployments deployments;
    private final Audit audit;

    Lately(Documents documents, Decisions decisions, Alerts alerts, Deployments deployments, Audit audit) {
        this.documents = documents;
        this.decisions = decisions;
        this.alerts = alerts;
        this.deployments = deployments;
        this.audit = audit;
    }

    List<ServicePage.Happened> of(Service service, List<Picture> incidents, Names names, ReaderTime time) {
        var all = new ArrayList<Entry>();
        incidents.forEach(picture -> all.add(incident(picture, names)));
        firing(service).forEach(alert -> all.add(alert(alert)));
        decisions.of(service.name(), null, SHOWN).forEach(decision -> all.add(decision(decision, names, time)));
        deployed(service).forEach(evidence -> all.add(deployment(evidence, names)));
        all.addAll(changes(documents.versions("Service", service.name().value()), names, time));
        var sorted = all.stream().sorted(Comparator.comparing(Entry::at).reversed()).limit(SHOWN).toList();
        var since = time.now().minus(LATELY);
        var recent = sorted.stream().filter(entry -> entry.at().isAfter(since)).count();
        return days(sorted.subList(0, (int) Math.min(sorted.size(), Math.max(recent, AT_LEAST))), time);
    }

    private record Entry(Instant at, String what, String address, String second, String machine, String who, Status status) {}

    private static List<ServicePage.Happened> days(List<Entry> entries, ReaderTime time) {
        var days = new HashSet<String>();
        return entries.stream()
                .map(it -> new ServicePage.Happened(
                        days.add(time.day(it.at())) ? day(it.at(), time) : null, time.time(it.at()), it.what(),
                        it.address().isEmpty() ? null : it.address(), it.second(), it.machine(), it.who(), it.status()))
                .toList();
    }

    private static String day(Instant at, ReaderTime time) {
        var day = time.local(at).toLocalDate();
        if (day.equals(time.today())) return "Today";
        return day.equals(time.today().minusDays(1)) ? "Yesterday, " + time.day(at) : time.day(at);
    }

    private List<Alert> firing(Service service) {
        return alerts.list(new AlertFilter(service.name().value(), null, Alert.State.TRIGGERED, null, null, false), null, ALERTS);
    }

    private static Entry incident(Picture picture, Names names) {
        var incident = picture.incident();
        var loss = IncidentWords.loss(picture).shown();
        var status = incident.isOpen()
                ? new Status(loss.equals("–") ? "open" : loss + ", open", Shape.DIAMOND, Tone.LOSS)
                : new Status(loss.equals("–") ? "resolved" : loss, Shape.CHECK, Tone.QUIET);
        return new Entry(incident.startedAt(), incident.summary(), "/incidents/" + incident.reference(),
                incident.reference() + (incident.isMajor() ? ", major" : ""), "", IncidentWords.who(picture, names), status);
    }

    private static Entry alert(Alert alert) {
        var name = Objects.requireNonNullElse(alert.labels().get("alertname"), "");
        var status = alert.dryRun() ? new Status("dry run", Shape.RING, Tone.QUIET) : new Status("firing", Shape.DIAMOND, Tone.LOSS);
        return new Entry(alert.startedAt(), alert.summary(), "", alert.severity().name().toLowerCase(Locale.ROOT) + " alert", name, "", status);
    }

    private List<Evidence> deployed(Service service) {
        var filter = new DeploymentFilter(Set.of(service.name().value()), Deployment.PRODUCTION, null, null);
        return audit.of(deployments.list(filter, null, DEPLOYED).items());
    }

    private static Entry deployment(Evidence evidence, Names names) {
        var deployment = evidence.deployment();
        var change = evidence.change();
        return new Entry(deployment.at(), deployment.version() + " in production", change == null ? "" : "/changes/" + change.reference(),
                change == null ? "never asked" : change.kind().word() + " change " + change.reference(), "",
                deployment.deployer() == null ? "" : names.of(deployment.deployer()), ChangeWords.of(evidence));
    }

    private static Entry decision(Decision decision, Names names, ReaderTime time) {
        var confirmed = decision.overriding() == null;
        var until = decision.until() == null ? "" : ", until " + time.moment(decision.until());
        return new Entry(decision.at(), confirmed ? "Selection confirmed" : "Selection overridden" + until, "", "“" + decision.reason() + "”", "",
                names.of(decision.by()), new Status(confirmed ? "confirmed" : "overridden", confirmed ? Shape.CHECK : Shape.HALF, confirmed ? Tone.QUIET : Tone.ACCENT));
    }

    /** What each version changed of the one before it. */
    private static List<Entry> changes(List<Document> versions, Names names, ReaderTime time) {
        var entries = new ArrayList<Entry>();
        for (var i = 0; i < versions.size(); i++) {
            var version = versions.get(i);
            var changed = i == 0 ? List.of("first described") : ChangedFields.of(versions.get(i - 1), version);
            if (changed.isEmpty()) continue;
            var later = version.effectiveFrom().isAfter(version.recordedAt().plus(LATER));
            var from = later ? ", in force from " + time.moment(version.effectiveFrom()) : "";
            entries.add(new Entry(version.recordedAt(), i == 0 ? "Described" : "Changed: " + String.join(", ", changed), "",
                    "catalogue, version " + version.version() + from, "", names.of(version.recordedBy()), new Status("declared", Shape.RING, Tone.QUIET)));
        }
        return entries;
    }
}
