package dev.holdfast.portal.web.groups;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.BlastRadius;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Dependency;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Link;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.ThirdParty;
import dev.holdfast.http.NotFound;
import dev.holdfast.portal.web.AtRisk;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Risks;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Makes the page of a third party: from its document, or, where there is none, from what depends on it. */
@Component
class ThirdPartySheet {

    private static final int SHOWN = 100;

    private final Documents documents;
    private final Ownership ownership;
    private final Risks risks;
    private final SupplierRecord record;

    ThirdPartySheet(Documents documents, Ownership ownership, Risks risks, SupplierRecord record) {
        this.documents = documents;
        this.ownership = ownership;
        this.risks = risks;
        this.record = record;
    }

    ThirdPartyPage page(String name, Viewer viewer, ReaderTime time) {
        return documents.holding(() -> drawn(name, viewer, documents.at(time.now()), time));
    }

    private ThirdPartyPage drawn(String name, Viewer viewer, CatalogueView view, ReaderTime time) {
        var party = view.thirdParty(name).orElse(null);
        var direct = view.services().stream().filter(service -> dependency(service, name) != null).toList();
        if (party == null && direct.isEmpty()) throw new NotFound("There is no third party " + name + ", and no service names one.");
        var hits = view.radius().ofThirdParty(name).stream().collect(Collectors.toMap(BlastRadius.Hit::service, Function.identity()));
        var edit = ownership.mayChangeAll(viewer) ? "/catalogue/third-parties/" + UriUtils.encodePathSegment(name, UTF_8) + "/edit" : null;
        var needing = needing(view, name, direct, hits);
        var together = OwnedServices.together(hits.keySet().stream().map(service -> risks.of(view, service)).toList());
        return new ThirdPartyPage(
                name, party == null || party.title() == null ? name : party.title(), lede(party, direct.size(), hits.size()), party != null, edit,
                figures(direct, hits, name, together == null ? "not known" : Figures.money(together)), statusAddress(party), card(party, edit), needing, record.of(party, direct, time));
    }

    static @Nullable Dependency dependency(Service service, String thirdParty) {
        return service.dependsOn().stream().filter(it -> thirdParty.equals(it.thirdParty())).max(Comparator.comparing(Dependency::isHard)).orElse(null);
    }

    private List<ThirdPartyPage.Needing> needing(CatalogueView view, String name, List<Service> direct, Map<ServiceName, BlastRadius.Hit> hits) {
        var services = new ArrayList<>(direct);
        hits.keySet().stream().flatMap(hit -> view.service(hit).stream()).filter(service -> !direct.contains(service)).forEach(services::add);
        var risk = services.stream().collect(Collectors.toMap(Service::name, service -> risks.of(view, service.name())));
        return services.stream()
                .sorted(Comparator.comparing((Service service) -> !hits.containsKey(service.name())).thenComparing(OwnedServices.byRisk(risk)))
                .limit(SHOWN)
                .map(service -> needing(view, service, dependency(service, name), hits.get(service.name()), Objects.requireNonNull(risk.get(service.name()))))
                .toList();
    }

    private static ThirdPartyPage.Needing needing(
            CatalogueView view, Service service, @Nullable Dependency dependency, BlastRadius.@Nullable Hit hit, AtRisk risk) {
        var owner = view.ownerOf(service.name()).map(Team::shown).orElse("nobody");
        return new ThirdPartyPage.Needing(
                service.name().value(), service.title() == null ? "" : service.title(), how(dependency, hit), risk.shown(), owner,
                service.owner() == null || view.team(service.owner()).isEmpty() ? null : "/teams/" + service.owner());
    }

    private static Status how(@Nullable Dependency dependency, BlastRadius.@Nullable Hit hit) {
        if (dependency == null && hit != null) return new Status("through " + hit.via().getLast(), Shape.TRIANGLE, Tone.CAUTION);
        if (dependency == null || dependency.isHard()) return new Status("hard: goes down with it", Shape.TRIANGLE, Tone.CAUTION);
        return new Status(dependency.via().name().toLowerCase(Locale.ROOT).replace('_', ' '), Shape.RING, Tone.QUIET);
    }

    private static String lede(@Nullable ThirdParty party, int direct, int down) {
        var who = direct == 0 ? "No service depends on it." : Figures.count(direct, "service") + (direct == 1 ? " depends on it." : " depend on it.");
        var radius = down == 0 ? "" : " " + Figures.count(down, "service") + (down == 1 ? " goes down with it." : " go down with it.");
        return (party == null ? "No document describes it. " : "") + who + radius;
    }

    private static List<Figure> figures(List<Service> direct, Map<ServiceName, BlastRadius.Hit> hits, String name, String together) {
        var hard = direct.stream().filter(service -> Objects.requireNonNull(dependency(service, name)).isHard()).count();
        var risk = Figure.of("At risk through it", hits.isEmpty() ? "nothing" : together, hits.isEmpty() || together.equals("not known") ? "" : "an hour",
                hits.isEmpty() ? "no service depends on it hard" : Figures.count(hits.size(), "service") + " without a softened dependency between");
        return List.of(
                hits.isEmpty() ? risk : risk.toned(Tone.CAUTION), Figure.of("Depend on it hard", String.valueOf(hard), "", "no queue, cache or circuit breaker between"),
                Figure.of("Softened", String.valueOf(direct.size() - hard), "", "its failure does not spread to them"));
    }

    private static @Nullable String statusAddress(@Nullable ThirdParty party) {
        var link = party == null ? null : party.links().get("status");
        return link == null || !isForBrowsers(link) ? null : link.url().toString();
    }

    private static List<Pair> card(@Nullable ThirdParty party, @Nullable String edit) {
        var card = new ArrayList<Pair>();
        card.add(said("Contact", party == null ? null : party.contact(), edit));
        card.add(said("To raise an incident", party == null ? null : party.raise(), edit));
        card.add(said("They promise", party == null ? null : party.promises(), edit));
        var status = statusAddress(party);
        card.add(status == null ? Pair.add("Status", edit) : Pair.to("Status", status.replaceFirst("^https?://", ""), status));
        if (party != null) {
            party.links().forEach((word, link) -> {
                if (!word.equals("status") && isForBrowsers(link)) card.add(Pair.to(GroupWords.capital(word), link.url().getHost(), link.url().toString()));
            });
        }
        return card;
    }

    private static Pair said(String label, @Nullable String value, @Nullable String edit) {
        return value == null ? Pair.add(label, edit) : Pair.of(label, value);
    }

    private static boolean isForBrowsers(Link link) {
        var scheme = link.url().getScheme();
        return ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme)) && link.url().getHost() != null;
    }
}
