package dev.holdfast.portal.web.service;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.incidents.IncidentFilter;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Picture;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.oncall.Covering;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.IncidentWords;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.ServiceWords;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of the list: who is called and what is open is asked once for all that are shown. */
@Component
class ServiceRows {

    private static final int MOST_OPEN = 200;
    private static final Status UNASSESSED = new Status("Not assessed", Shape.TRIANGLE, Tone.CAUTION);

    private final Coverage coverage;
    private final Incidents incidents;

    ServiceRows(Coverage coverage, Incidents incidents) {
        this.coverage = coverage;
        this.incidents = incidents;
    }

    List<ServicesPage.Row> of(CatalogueView view, List<ServiceList.Found> shown, ReaderTime time) {
        var open = open();
        var names = new Names(view);
        var covered = coverage.of(shown.stream().map(it -> it.service().name()).toList(), time.now());
        return shown.stream()
                .map(it -> row(view, it, Objects.requireNonNull(covered.get(it.service().name())), open.get(it.service().name()), names, time))
                .toList();
    }

    static List<String> cells(ServiceList.Found found) {
        var service = found.service();
        var its = found.selected();
        var risk = found.risk();
        return List.of(
                service.name().value(), service.shown(), text(service.domain()), text(service.owner()),
                service.kind() == null ? "" : ServiceFilter.lower(service.kind()), ServiceFilter.lower(service.lifecycle()), ServiceFilter.model(its),
                risk.perHour() == null ? "" : risk.perHour().rounded().amount().toPlainString(), risk.currency().getCurrencyCode(),
                its == null || its.level() == null ? "" : its.level().toString(), its == null ? "" : ServiceWords.deployment(its),
                its == null ? "" : its.onCall().outOfHours().word(),
                its == null ? "" : its.cautions().stream().map(Enum::name).collect(Collectors.joining(" ")),
                its == null ? "" : String.join(" ", its.missing()));
    }

    private static ServicesPage.Row row(
            CatalogueView view, ServiceList.Found found, Covering cover, @Nullable Picture open, Names names, ReaderTime time) {
        var service = found.service();
        var selected = found.selected();
        var team = view.ownerOf(service.name());
        var ahead = found.risk().ahead() == null ? "" : Figures.money(found.risk().ahead().exposure().perHour(found.risk().currency())) + " at " + found.risk().ahead().name();
        return new ServicesPage.Row(
                service.name().value(), second(view, service), open == null ? null : IncidentWords.states(open.incident()).getFirst(),
                service.isLive() ? null : new Status(ServiceWords.capital(service.lifecycle().name()), Shape.RING, Tone.QUIET),
                team.map(Team::shown).orElse("nobody"), team.map(it -> "/teams/" + it.name()).orElse(null),
                selected == null || !selected.isAssessed() && selected.operatingModel() == null ? UNASSESSED : ServiceWords.model(selected),
                found.risk().perHour() == null ? "–" : found.risk().shown(), ahead,
                selected == null ? "–" : ServiceWords.target(selected), selected == null ? "–" : ServiceWords.deployment(selected),
                ServiceWords.called(cover, names), ServiceWords.until(cover, time), service.isLive() && ServiceWords.isGap(cover));
    }

    private static String second(CatalogueView view, Service service) {
        return Stream.of(Optional.ofNullable(service.title()), Optional.ofNullable(service.domain()).flatMap(view::domain).map(Domain::shown))
                .flatMap(Optional::stream).collect(Collectors.joining(", "));
    }

    /** The open incident of each service, the worst first. */
    private Map<ServiceName, Picture> open() {
        var open = new HashMap<ServiceName, Picture>();
        for (var picture : incidents.list(IncidentFilter.open(), null, MOST_OPEN)) {
            picture.affected().forEach(it -> open.merge(it.service(), picture, ServiceRows::worse));
            open.merge(picture.incident().service(), picture, ServiceRows::worse);
        }
        return open;
    }

    private static Picture worse(Picture one, Picture other) {
        return other.incident().isMajor() && !one.incident().isMajor() ? other : one;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
