package dev.holdfast.portal.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.alerts.Alert;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Service;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.LossCourses;
import dev.holdfast.incidents.Picture;
import dev.holdfast.incidents.Responder;
import dev.holdfast.incidents.TimelineEntry;
import dev.holdfast.quantities.Because;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of one incident. */
@Component
class IncidentSheet {

    private static final int ALERTS = 20;

    private final Incidents incidents;
    private final Documents documents;
    private final IncidentSurroundings surroundings;
    private final IncidentRights rights;
    private final LossCourses courses;

    IncidentSheet(Incidents incidents, Documents documents, IncidentSurroundings surroundings, IncidentRights rights, LossCourses courses) {
        this.incidents = incidents;
        this.documents = documents;
        this.surroundings = surroundings;
        this.rights = rights;
        this.courses = courses;
    }

    IncidentPage page(String number, String show, Viewer viewer, ReaderTime time, FormFaults faults) {
        return documents.holding(() -> made(number, show, viewer, time, faults));
    }

    private IncidentPage made(String number, String show, Viewer viewer, ReaderTime time, FormFaults faults) {
        var picture = incidents.picture(number);
        var incident = picture.incident();
        var view = documents.at(time.now());
        var names = new Names(view);
        var timeline = incidents.timeline(incident.id());
        var why = explanation(timeline);
        var figures = new IncidentFigures(picture, time, names, courses.majorFrom(time.now()));
        var lines = new TimelineLines(time, names);
        var service = view.service(incident.service());
        return new IncidentPage(
                incident.reference(), incident.summary(), incident.service().value(),
                time.day(incident.startedAt()) + ", since " + time.exact(incident.startedAt()),
                IncidentWords.states(incident), picture.cost().stated() ? "The loss was stated by a person" : "",
                IncidentWords.running(picture, time), chart(picture, timeline, time),
                figures.figures(why), lines.of(timeline, show),
                people(picture, names, time), helping(picture), figures.ahead(),
                surroundings.hit(view, incident), surroundings.needs(view, incident),
                incidents.latestAlerts(incident.id(), ALERTS).reversed().stream().map(alert -> alert(alert, time)).toList(),
                service.map(Service::links).map(ServiceWords::places).orElse(List.of()), surroundings.runbook(view, incident),
                surroundings.changes(view, incident, names, time), lines.paged(timeline, viewer.person()),
                figures.calling(incidents.nextCall(incident).orElse(null)), rights.deciding(viewer, incident, view),
                rights.acts(picture, viewer, view), faults);
    }

    private @Nullable LossChart chart(Picture picture, List<TimelineEntry> timeline, ReaderTime time) {
        var cost = picture.cost();
        if (cost.soFar() == null) return null;
        var incident = picture.incident();
        var points = courses.of(incident, time.now()).stream().map(it -> new LossChart.Point(it.at(), it.lost())).toList();
        var rate = incident.isOpen() ? cost.ratePerHour() : null;
        return points.size() < 2 ? null : LossChart.of(
                new LossChart.Course(points, rate, courses.majorFrom(time.now()), incident.isMajor(), events(timeline)), time);
    }

    private static List<LossChart.Event> events(List<TimelineEntry> timeline) {
        return timeline.stream()
                .filter(entry -> List.of("acknowledged", "impact", "loss", "reassigned", "handed-over", "reopened").contains(entry.kind()))
                .map(entry -> new LossChart.Event(entry.at(), entry.kind().equals("loss") ? "loss stated" : entry.kind()))
                .toList();
    }

    /** Why it is what it is: the latest line of the timeline at which its type or its cost was explained. */
    private static List<Because> explanation(List<TimelineEntry> timeline) {
        return timeline.reversed().stream()
                .filter(entry -> List.of("type", "opened", "impact").contains(entry.kind()))
                .map(TimelineEntry::explain)
                .filter(lines -> !lines.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Line> people(Picture picture, Names names, ReaderTime time) {
        var grounds = new Grounds();
        var commander = picture.incident().commander();
        return picture.responders().stream()
                .filter(responder -> responder.leftAt() == null)
                .sorted(Comparator.comparing((Responder responder) -> !responder.person().value().equals(commander)).thenComparing(Responder::joinedAt))
                .map(responder -> person(responder, commander, names, grounds, time))
                .toList();
    }

    private static Line person(Responder responder, @Nullable String commander, Names names, Grounds grounds, ReaderTime time) {
        var name = names.of(responder.person());
        var leads = responder.person().value().equals(commander);
        var end = leads ? "commander" : responder.role() == Responder.Role.INCIDENT_MANAGER ? "incident manager" : "since " + time.moment(responder.joinedAt());
        return Line.of(new Avatar(Avatar.initialsOf(name), grounds.of(responder.person().value())), name, "/people/" + responder.person(), end);
    }

    private static String helping(Picture picture) {
        var helping = picture.responders().stream().filter(responder -> responder.leftAt() == null).count();
        return helping == 0 ? picture.incident().isOpen() ? "nobody yet" : "nobody" : helping + " helping";
    }

    private static IncidentPage.AlertLine alert(Alert alert, ReaderTime time) {
        var status = switch (alert.state()) {
            case TRIGGERED -> new Status("triggered", Shape.DIAMOND, Tone.LOSS);
            case ACKNOWLEDGED -> new Status("acknowledged", Shape.HALF, Tone.ACCENT);
            case RESOLVED -> new Status("over", Shape.CHECK, Tone.SAFE);
        };
        return new IncidentPage.AlertLine(
                status, alert.summary(), alert.key().dedupKey(), alert.count() == 1 ? "once" : alert.count() + " times", time.moment(alert.lastAt()));
    }
}
