package dev.holdfast.portal.web;

import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.alerts.Integrations;
import dev.holdfast.catalogue.BlastRadius;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Dependency;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.incidents.Incident;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.integrations.Receipts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What stands around an incident: what changed before it, what goes down with it, what it stands on, where its runbook is. */
@Component
class IncidentSurroundings {

    private static final Duration LATELY = Duration.ofDays(7);
    private static final int CHANGES = 6;
    private static final int HITS = 12;

    private final Incidents incidents;
    private final Documents documents;
    private final Integrations integrations;
    private final Receipts receipts;
    private final Risks risks;

    IncidentSurroundings(Incidents incidents, Documents documents, Integrations integrations, Receipts receipts, Risks risks) {
        this.incidents = incidents;
        this.documents = documents;
        this.integrations = integrations;
        this.receipts = receipts;
        this.risks = risks;
    }

    /** A change with its instant, so that those of several sources stand in one order. */
    private record Changed(Instant at, Line line) {}

    /** What was deployed or declared in the week before it and since, of the service and of what it stands on; latest first. */
    List<Line> changes(CatalogueView view, Incident incident, Names names, ReaderTime time) {
        var from = incident.startedAt().minus(LATELY);
        var to = incident.resolvedAt() == null ? time.now() : incident.resolvedAt();
        return Stream.concat(told(view, incident, from, to, time), declared(incident, from, to, names, time))
                .sorted((one, two) -> two.at().compareTo(one.at()))
                .limit(CHANGES)
                .map(Changed::line)
                .toList();
    }

    private Stream<Changed> told(CatalogueView view, Incident incident, Instant from, Instant to, ReaderTime time) {
        var speaking = Stream.concat(Stream.of(incident.service()), neededServices(view, incident).stream())
                .flatMap(service -> integrations.of(view, service).stream())
                .distinct()
                .toList();
        return changes(speaking, from, to).stream().map(event -> {
            var where = event.source() == null ? event.integration() : event.source();
            return changed(event.at(), incident, event.summary(), where, time);
        });
    }

    private List<Receipts.ChangeEvent> changes(Collection<IntegrationName> speaking, Instant from, Instant to) {
        return speaking.isEmpty() ? List.of() : receipts.changes(speaking, from, to, CHANGES);
    }

    private Stream<Changed> declared(Incident incident, Instant from, Instant to, Names names, ReaderTime time) {
        return documents.versions("Service", incident.service().value()).stream()
                .filter(version -> version.recordedAt().isAfter(from) && !version.recordedAt().isAfter(to))
                .map(version -> changed(version.recordedAt(), incident, said(version), names.of(version.recordedBy()), time));
    }

    private static String said(Document version) {
        return version.version() == 1 ? "Declared in the catalogue" : "Catalogue, version " + version.version();
    }

    private static Changed changed(Instant at, Incident incident, String what, String who, ReaderTime time) {
        var since = at.isAfter(incident.startedAt());
        var status = new Status(since ? "since it began" : "before it", since ? Shape.DOT : Shape.RING, since ? Tone.ACCENT : Tone.QUIET);
        return new Changed(at, Line.of(status, what + " · " + who, null, time.moment(at)));
    }

    /** Everything that goes down with it, through whatever stands between, and what softens the blow. */
    List<Line> hit(CatalogueView view, Incident incident) {
        var down = view.radius().of(incident.service());
        var held = held(view, incident.service());
        var open = incidents.openOf(Stream.concat(down.stream().map(BlastRadius.Hit::service), held.keySet().stream()).map(ServiceName::value).toList());
        var lines = new ArrayList<Line>();
        down.stream().limit(HITS).forEach(hit -> lines.add(Line.of(
                new Status("goes down with it", Shape.DIAMOND, Tone.LOSS), hit.service().value(), "/services/" + hit.service(),
                facts(hit.via().isEmpty() ? "hard" : "through " + hit.via().getFirst(), money(view, hit.service()), also(open, hit.service(), incident)))));
        held.forEach((service, how) -> lines.add(Line.of(
                new Status("held", Shape.RING, Tone.QUIET), service.value(), "/services/" + service, facts(how + " holds", "", also(open, service, incident)))));
        if (down.size() > HITS) lines.add(Line.of(new Status("more", Shape.DIAMOND, Tone.LOSS), (down.size() - HITS) + " more services", "/services/" + incident.service(), ""));
        return List.copyOf(lines);
    }

    private static Map<ServiceName, String> held(CatalogueView view, ServiceName service) {
        var held = new java.util.TreeMap<ServiceName, String>(java.util.Comparator.comparing(ServiceName::value));
        for (var other : view.services()) {
            for (var dependency : other.dependsOn()) {
                if (service.equals(dependency.service()) && !dependency.isHard()) held.put(other.name(), how(dependency));
            }
        }
        return held;
    }

    /** What its service stands on, and what of that is down as well: where to look before looking further. */
    List<Line> needs(CatalogueView view, Incident incident) {
        var dependencies = view.service(incident.service()).map(Service::dependsOn).map(List::copyOf).orElse(List.of());
        var open = incidents.openOf(neededServices(view, incident).stream().map(ServiceName::value).toList());
        return dependencies.stream().map(dependency -> need(dependency, open, incident)).toList();
    }

    private static Line need(Dependency dependency, Map<String, List<Long>> open, Incident incident) {
        var service = dependency.service();
        if (service == null) {
            return Line.of(new Status("third party", Shape.RING, Tone.QUIET), String.valueOf(dependency.thirdParty()), null, facts(how(dependency), "third party", ""));
        }
        var also = also(open, service, incident);
        var status = also.isEmpty() ? new Status("no open incident", Shape.RING, Tone.QUIET) : new Status("down as well", Shape.DIAMOND, Tone.LOSS);
        return Line.of(status, service.value(), "/services/" + service, facts(how(dependency), "", also));
    }

    private static List<ServiceName> neededServices(CatalogueView view, Incident incident) {
        return view.service(incident.service()).map(Service::dependsOn).map(List::copyOf).orElse(List.of()).stream()
                .map(Dependency::service)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static String also(Map<String, List<Long>> open, ServiceName service, Incident incident) {
        return open.getOrDefault(service.value(), List.of()).stream()
                .filter(number -> number != incident.number())
                .findFirst()
                .map(number -> "down too: INC-" + number)
                .orElse("");
    }

    private String money(CatalogueView view, ServiceName service) {
        var risk = risks.of(view, service);
        return risk.perHour() == null ? "" : risk.shown() + " an hour";
    }

    private static String facts(String... facts) {
        return String.join(", ", Stream.of(facts).filter(fact -> !fact.isEmpty()).toList());
    }

    private static String how(Dependency dependency) {
        return dependency.via().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The runbook of its service, and what its alerts point to. */
    IncidentPage.Runbook runbook(CatalogueView view, Incident incident) {
        var address = view.service(incident.service()).map(Service::links).map(ServiceWords::places).orElse(List.of()).stream()
                .filter(place -> place.icon().equals("i-runbook")).map(IncidentPage.Place::address).findFirst().orElse(null);
        var keeper = view.ownerOf(incident.service()).map(Team::shown).orElse(null);
        var words = address == null ? "No runbook is linked: add spec.links.runbook to the service" : keeper == null ? "Nobody owns it" : "Kept by " + keeper;
        return new IncidentPage.Runbook(address, words, alertLinks(incident));
    }

    private List<IncidentPage.Place> alertLinks(Incident incident) {
        return incidents.latestAlerts(incident.id(), 5).stream()
                .flatMap(alert -> alert.links().stream())
                .filter(link -> link.href().matches("https?://.+"))
                .distinct()
                .limit(5)
                .map(link -> new IncidentPage.Place("i-link", link.text() == null ? link.href() : link.text(), link.href()))
                .toList();
    }
}
