package dev.holdfast.portal.web.service;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.Lifecycle;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.NotFound;
import dev.holdfast.incidents.IncidentFilter;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Picture;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.portal.web.Grounds;
import dev.holdfast.portal.web.IncidentWords;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Risks;
import dev.holdfast.portal.web.Said;
import dev.holdfast.portal.web.ServiceWords;
import dev.holdfast.portal.web.Tone;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of one service. */
@Component
class ServiceSheet {

    private static final int INCIDENTS = 8;

    private final Documents documents;
    private final Selection selection;
    private final Policies policies;
    private final Risks risks;
    private final Incidents incidents;
    private final Lately lately;
    private final Called called;
    private final Around around;
    private final Described described;

    ServiceSheet(
            Documents documents, Selection selection, Policies policies, Risks risks, Incidents incidents,
            Lately lately, Called called, Around around, Described described) {
        this.documents = documents;
        this.selection = selection;
        this.policies = policies;
        this.risks = risks;
        this.incidents = incidents;
        this.lately = lately;
        this.called = called;
        this.around = around;
        this.described = described;
    }

    ServicePage page(ServiceName name, ReaderTime time) {
        return documents.holding(() -> {
            var view = documents.at(time.now());
            var service = view.service(name).orElseThrow(() -> new NotFound("There is no service " + name + "."));
            return page(view, service, time);
        });
    }

    private ServicePage page(CatalogueView view, Service service, ReaderTime time) {
        var name = service.name();
        var names = new Names(view);
        var grounds = new Grounds();
        var selected = selection.of(view, name, time.now());
        var past = incidents.list(new IncidentFilter(name.value(), Set.of(), null, null, null), null, INCIDENTS);
        var open = past.stream().filter(picture -> picture.incident().isOpen()).findFirst().orElse(null);
        var figures = new ServiceFigures(service.isLive(), selected, names, grounds, time);
        var ahead = called.over(view, service, names, grounds, time);
        var cover = ahead.now();
        var links = ServiceLinks.of(service, view.linkTemplates(), time.today());
        var tolerance = selected.tolerableUnavailabilityPerWeek().map(perWeek -> incidents.tolerance(name, perWeek));
        var ready = described.of(view, service, selected, ahead.gaps());
        return new ServicePage(
                name.value(), service.shown(), Optional.ofNullable(service.description()).orElse(""),
                ServiceWords.facts(service, selected, domain(view, service)), lifecycle(service), links,
                open == null ? null : strip(open, names),
                List.of(figures.called(cover), figures.tolerance(tolerance, open, name), figures.target(), figures.risk(risks.of(view, name))),
                lately.of(service, past, names, time), ahead.ribbon(), ahead.remarks(),
                around.web(view, service, open), around.radius(view, service), around.outside(view, service, time.today()),
                Facts.owner(view, service, names), Facts.targets(selected, cover, time), Facts.cautions(selected),
                Facts.unassessed(selected, policies.in(view)), ready, Described.words(ready));
    }

    private static @Nullable String domain(CatalogueView view, Service service) {
        return Optional.ofNullable(service.domain()).flatMap(view::domain).map(Domain::shown).orElse(null);
    }

    private static ServicePage.OpenIncident strip(Picture open, Names names) {
        var loss = IncidentWords.loss(open);
        return new ServicePage.OpenIncident(
                IncidentWords.states(open.incident()).getFirst(), open.incident().reference(), open.incident().summary(),
                loss.perSecond() == null ? "" : loss.shown() + " lost",
                IncidentWords.isAnswered(open) ? IncidentWords.who(open, names) + " has it" : "nobody has it yet");
    }

    private static @Nullable Said lifecycle(Service service) {
        var words = switch (service.lifecycle()) {
            case LIVE -> "";
            case INCEPTION -> "Its target and levels say what the team would build towards. Nobody is called for it.";
            case BUILDING -> "Its target and levels say what the team builds towards. Nobody is called before it is live.";
            case DECOMMISSIONED -> "Nobody is called for it any more. What it was stays readable.";
        };
        var lifecycle = ServiceWords.capital(service.lifecycle().name());
        return service.lifecycle() == Lifecycle.LIVE ? null
                : new Said("Not live: " + lifecycle.toLowerCase(Locale.ROOT) + ".", words, Tone.CAUTION, null, "");
    }
}
