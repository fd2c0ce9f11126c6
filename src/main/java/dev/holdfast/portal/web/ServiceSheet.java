package dev.holdfast.portal.web;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.NotFound;
import dev.holdfast.incidents.IncidentFilter;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Picture;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.oncall.Covering;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.quantities.Because;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of one service. */
@Component
class ServiceSheet {

    private static final int LATELY = 8;
    private static final int DAYS = 14;

    private final Documents documents;
    private final Selection selection;
    private final Risks risks;
    private final Coverage coverage;
    private final Incidents incidents;

    ServiceSheet(Documents documents, Selection selection, Risks risks, Coverage coverage, Incidents incidents) {
        this.documents = documents;
        this.selection = selection;
        this.risks = risks;
        this.coverage = coverage;
        this.incidents = incidents;
    }

    ServicePage page(ServiceName name, ReaderTime time) {
        var view = documents.at(time.now());
        var service = view.service(name).orElseThrow(() -> new NotFound("There is no service " + name + "."));
        var selected = selection.of(view, name, time.now());
        var lately = incidents.list(new IncidentFilter(name.value(), Set.of(), null, null, null), null, LATELY);
        var open = lately.stream().filter(picture -> picture.incident().isOpen()).findFirst().orElse(null);
        var cover = coverage.of(name, time.now());
        var names = new Names(view);
        var grounds = new Grounds();
        var risk = risks.of(view, name);
        var held = held(name, time);
        return new ServicePage(
                name.value(), service.shown(), service.description() == null ? "" : service.description(),
                ServiceWords.facts(service, selected, Optional.ofNullable(service.domain()).flatMap(view::domain).map(Domain::shown).orElse(null)),
                ServiceWords.places(service.links()), open == null ? null : strip(open, names),
                List.of(called(cover, names, grounds, time), tolerance(name, selected), target(selected), risk(risk, time)),
                ribbon(name, held, names, grounds, time), remarks(held, risk, names, time), Neighbourhood.of(view, service, open, risks),
                lately.stream().map(picture -> recent(picture, names, time)).toList(),
                owner(view, service, names), targets(selected, cover), missing(service, selected));
    }

    private static ServicePage.OpenIncident strip(Picture open, Names names) {
        var loss = IncidentWords.loss(open);
        return new ServicePage.OpenIncident(
                IncidentWords.states(open.incident()).getFirst(), open.incident().reference(), open.incident().summary(),
                loss.perSecond() == null ? "" : loss.shown() + " lost", IncidentWords.isAnswered(open) ? IncidentWords.who(open, names) + " has it" : "nobody has it yet");
    }

    private static Figure called(Covering cover, Names names, Grounds grounds, ReaderTime time) {
        var next = cover.next();
        var under = ServiceWords.until(cover, time) + (next == null ? "" : ", then " + names.of(next.person()));
        var name = ServiceWords.called(cover, names);
        var figure = Figure.of("On call now", name, "", under).because(cover.explain());
        if (ServiceWords.isGap(cover)) return figure.toned(Tone.LOSS);
        return cover.people().isEmpty() || name.equals("nobody") ? figure
                : figure.with(new Avatar(Avatar.initialsOf(name), grounds.of(cover.people().getFirst().value())));
    }

    private Figure tolerance(ServiceName name, Selected selected) {
        var label = "Tolerance left this week";
        return incidents.tolerance(name)
                .map(it -> Figure.of(label, Figures.clock(it.left()), "of " + Figures.clock(it.perWeek()),
                                "target " + ServiceWords.target(selected))
                        .with(Gauge.of(it.perWeek(), it.perWeek().minus(it.left()))))
                .orElseGet(() -> Figure.of(label, "no target", "", "The service is not assessed"));
    }

    private static Figure target(Selected selected) {
        return Figure.of("Availability target", ServiceWords.target(selected), "", "deployed " + ServiceWords.deployment(selected))
                .because(selected.explain());
    }

    private static Figure risk(AtRisk risk, ReaderTime time) {
        var figure = Figure.of("At risk", risk.shown(), risk.perHour() == null ? "" : "an hour", risk.perHour() == null ? "Add spec.exposurePerHour" : risk.peakWords(time));
        return risk.perHour() == null || risk.changesSoon() ? figure.toned(Tone.CAUTION) : figure;
    }

    /** The coverage through the two weeks from Monday on, each answer until it may change. */
    private List<CoverRibbon.Held> held(ServiceName name, ReaderTime time) {
        var monday = time.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var at = monday.atStartOfDay(time.zone()).toInstant();
        var end = monday.plusDays(DAYS).atStartOfDay(time.zone()).toInstant();
        var held = new ArrayList<CoverRibbon.Held>();
        while (at.isBefore(end)) {
            var cover = coverage.of(name, at);
            var until = cover.until();
            var to = until == null || until.isAfter(end) || !until.isAfter(at) ? end : until;
            held.add(new CoverRibbon.Held(cover, to));
            at = to;
        }
        return held;
    }

    private static @Nullable Ribbon ribbon(ServiceName name, List<CoverRibbon.Held> held, Names names, Grounds grounds, ReaderTime time) {
        var courses = new CoverRibbon(names).courses(held);
        var monday = time.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return courses.isEmpty() ? null : Ribbon.of(name.value(), courses, monday, DAYS, time, grounds);
    }

    /** What costs if nobody looks: the hours ahead for which nobody is on a schedule. */
    private static List<ServicePage.Said> remarks(List<CoverRibbon.Held> held, AtRisk risk, Names names, ReaderTime time) {
        var gaps = held.stream().filter(it -> ServiceWords.isGap(it.cover()) && it.to().isAfter(time.now())).toList();
        if (gaps.isEmpty()) return List.of();
        var first = gaps.getFirst();
        var nobody = gaps.stream()
                .map(it -> Duration.between(it.cover().at().isBefore(time.now()) ? time.now() : it.cover().at(), it.to()))
                .reduce(Duration.ZERO, Duration::plus);
        var begins = first.cover().at().isBefore(time.now()) ? "now" : "from " + time.full(first.cover().at());
        var called = first.cover().fallback().isEmpty() ? "Nobody can be reached." : names.of(first.cover().fallback().getFirst()) + " is called instead.";
        var money = risk.perHour() == null ? "" : ", " + risk.shown() + " an hour at risk";
        return List.of(new ServicePage.Said(Figures.words(nobody) + " with nobody on a schedule", begins + money + ". " + called, Tone.LOSS));
    }

    private static ServicePage.Recent recent(Picture picture, Names names, ReaderTime time) {
        var incident = picture.incident();
        var loss = IncidentWords.loss(picture).shown();
        var status = incident.isOpen()
                ? new Status(loss + ", open", Shape.DIAMOND, Tone.LOSS)
                : new Status(loss, Shape.CHECK, Tone.QUIET);
        return new ServicePage.Recent(time.moment(incident.startedAt()), incident.reference(), incident.summary(), IncidentWords.who(picture, names), status);
    }

    private static List<Pair> owner(CatalogueView view, Service service, Names names) {
        var pairs = new ArrayList<Pair>();
        var team = view.ownerOf(service.name()).orElse(null);
        if (team == null) {
            pairs.add(service.owner() == null ? Pair.missing("Team", "spec.owner") : Pair.of("Team", service.owner() + ", not described"));
            return pairs;
        }
        pairs.add(Pair.to("Team", team.shown() + ", " + Figures.people(team.members().size()), "/teams/" + team.name()));
        if (team.productManager() != null) pairs.add(Pair.to("Product manager", names.of(team.productManager()), "/people/" + team.productManager()));
        if (team.lead() != null) pairs.add(Pair.to("Lead", names.of(team.lead()), "/people/" + team.lead()));
        if (team.budgetHolder() != null) pairs.add(Pair.to("Budget holder", names.of(team.budgetHolder().person()), "/people/" + team.budgetHolder().person()));
        return pairs;
    }

    private static List<Pair> targets(Selected selected, Covering cover) {
        List<Because> why = selected.explain();
        var pairs = new ArrayList<Pair>();
        pairs.add(selected.level() == null ? Pair.missing("Availability", String.join(", ", selected.missing()))
                : Pair.of("Availability", ServiceWords.target(selected)).because(why));
        selected.tolerableUnavailabilityPerWeek().ifPresent(it -> pairs.add(Pair.of("Tolerance a week", Figures.clock(it))));
        pairs.add(Pair.of("Deployment", ServiceWords.deployment(selected)));
        pairs.add(Pair.of("In working hours", selected.onCall().workingHours().word()));
        pairs.add(Pair.of("Out of hours", selected.onCall().outOfHours().word()).because(cover.explain()));
        selected.cautions().forEach(caution -> pairs.add(Pair.of("Caution", caution.sentence())));
        return pairs;
    }

    private static List<Pair> missing(Service service, Selected selected) {
        var missing = new ArrayList<Pair>();
        selected.missing().forEach(field -> missing.add(Pair.missing(field.equals("demand") ? "Demand" : "What an hour costs", "spec." + field)));
        if (service.domain() == null) missing.add(Pair.missing("Domain", "spec.domain"));
        if (!service.links().containsKey("runbook")) missing.add(Pair.missing("Runbook", "spec.links.runbook"));
        if (!service.links().containsKey("dashboard")) missing.add(Pair.missing("Dashboard", "spec.links.dashboard"));
        return missing;
    }
}
