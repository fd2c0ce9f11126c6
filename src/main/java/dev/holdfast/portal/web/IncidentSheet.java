package dev.holdfast.portal.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.alerts.Alert;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Service;
import dev.holdfast.http.Forbidden;
import dev.holdfast.incidents.Incident;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.LossCourses;
import dev.holdfast.incidents.Picture;
import dev.holdfast.incidents.Responder;
import dev.holdfast.incidents.Responding;
import dev.holdfast.incidents.State;
import dev.holdfast.incidents.TimelineEntry;
import dev.holdfast.quantities.Because;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of one incident. */
@Component
class IncidentSheet {

    private static final int ALERTS = 20;
    private static final List<Choice> IMPACTS = List.of(
            new Choice("100", "All", false), new Choice("25", "Degraded, 25\u202f%", false), new Choice("2", "Partly, 2\u202f%", false));

    private final Incidents incidents;
    private final Documents documents;
    private final Risks risks;
    private final Responding responding;
    private final LossCourses courses;

    IncidentSheet(Incidents incidents, Documents documents, Risks risks, Responding responding, LossCourses courses) {
        this.incidents = incidents;
        this.documents = documents;
        this.risks = risks;
        this.responding = responding;
        this.courses = courses;
    }

    IncidentPage page(String number, String show, Viewer viewer, ReaderTime time, FormFaults faults) {
        var picture = incidents.picture(number);
        var incident = picture.incident();
        var view = documents.at(time.now());
        var names = new Names(view);
        var timeline = incidents.timeline(incident.id());
        var why = explanation(timeline);
        var figures = new IncidentFigures(picture, time, names, courses.majorFrom(time.now()));
        return new IncidentPage(
                incident.reference(), incident.summary(), incident.service().value(),
                time.day(incident.startedAt()) + ", since " + time.exact(incident.startedAt()),
                IncidentWords.states(incident), picture.cost().stated() ? "The loss was stated by a person" : "",
                IncidentWords.running(picture, time), chart(picture, timeline, time),
                figures.figures(why), new TimelineLines(time, names).of(timeline, show),
                people(picture, names, time), helping(picture), figures.ahead(), hit(view, incident, time),
                incidents.latestAlerts(incident.id(), ALERTS).reversed().stream().map(alert -> alert(alert, time)).toList(),
                view.service(incident.service()).map(Service::links).map(ServiceWords::places).orElse(List.of()),
                figures.calling(), acts(picture, viewer, view), faults);
    }

    private @Nullable LossChart chart(Picture picture, List<TimelineEntry> timeline, ReaderTime time) {
        var cost = picture.cost();
        if (cost.soFar() == null) return null;
        var incident = picture.incident();
        var points = courses.of(incident, time.now()).stream().map(it -> new LossChart.Point(it.at(), it.lost())).toList();
        var rate = incident.isOpen() ? cost.ratePerHour() : null;
        return points.size() < 2 ? null : LossChart.of(
                new LossChart.Course(points, rate, courses.majorFrom(time.now()), events(timeline)), time);
    }

    private static List<LossChart.Event> events(List<TimelineEntry> timeline) {
        return timeline.stream()
                .filter(entry -> List.of("acknowledged", "impact", "loss", "reassigned", "reopened").contains(entry.kind()))
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
        return helping == 0 ? "nobody yet" : helping + " helping";
    }

    /** Who goes down with it, by the dependencies on its service. */
    private List<Line> hit(CatalogueView view, Incident incident, ReaderTime time) {
        var hit = new ArrayList<Line>();
        for (var other : view.services()) {
            for (var dependency : other.dependsOn()) {
                if (!incident.service().equals(dependency.service())) continue;
                var risk = risks.of(view, other.name());
                var how = dependency.via().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                hit.add(dependency.isHard()
                        ? Line.of(new Status("goes down with it", Shape.DIAMOND, Tone.LOSS), other.name().value(), "/services/" + other.name(),
                                risk.perHour() == null ? "hard" : "hard, " + risk.shown() + " an hour")
                        : Line.of(new Status("held", Shape.RING, Tone.QUIET), other.name().value(), "/services/" + other.name(), how + " holds"));
            }
        }
        return hit;
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

    private IncidentPage.Acts acts(Picture picture, Viewer viewer, CatalogueView view) {
        var incident = picture.incident();
        var may = responding.mayDecide(viewer, incident);
        var helping = mayHelp(viewer, incident);
        var open = incident.isOpen();
        var helps = picture.responders().stream().anyMatch(it -> it.leftAt() == null && it.person().value().equals(viewer.person()));
        var person = viewer.person() != null;
        return new IncidentPage.Acts(
                helping && incident.state() == State.TRIGGERED, may && open, may && open, helping && open && person && !helps, open && helps,
                may && !open, helping && incident.state() == State.TRIGGERED, helping,
                impact(picture), IMPACTS, affected(picture), services(view, incident), persons(view, incident));
    }

    private boolean mayHelp(Viewer viewer, Incident incident) {
        try {
            responding.demandMayHelp(viewer, incident);
            return true;
        } catch (Forbidden refused) {
            return false;
        }
    }

    private static String impact(Picture picture) {
        return String.join(", ", picture.affected().stream().map(it -> Figures.percent(it.impact())).toList());
    }

    private static List<Choice> affected(Picture picture) {
        return picture.affected().stream()
                .map(it -> new Choice(it.service().value(), it.service() + ", now " + Figures.percent(it.impact()), false))
                .toList();
    }

    private static List<Choice> services(CatalogueView view, Incident incident) {
        return view.services().stream()
                .filter(service -> !service.name().equals(incident.service()))
                .map(service -> new Choice(service.name().value(), service.name().value(), false))
                .sorted(Comparator.comparing(Choice::words))
                .toList();
    }

    private static List<Choice> persons(CatalogueView view, Incident incident) {
        return view.people().stream()
                .map(person -> new Choice(person.name().value(), person.shown(), person.name().value().equals(incident.commander())))
                .sorted(Comparator.comparing(Choice::words))
                .toList();
    }
}
