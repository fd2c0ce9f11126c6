package dev.holdfast.portal.web.audit;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceScope;
import dev.holdfast.changes.Audit;
import dev.holdfast.changes.Evidence;
import dev.holdfast.changes.Gap;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.Deployments;
import dev.holdfast.http.Csv;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.ReaderTime;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the page of versions: services down, environments across, now or at any instant. */
@Component
class VersionsSheet {

    private static final int SHOWN = 50;
    private static final Comparator<String> PRODUCTION_FIRST =
            Comparator.comparing((String environment) -> !environment.equals(Deployment.PRODUCTION)).thenComparing(Comparator.naturalOrder());

    private final Deployments deployments;
    private final Audit audit;
    private final Documents documents;

    VersionsSheet(Deployments deployments, Audit audit, Documents documents) {
        this.deployments = deployments;
        this.audit = audit;
        this.documents = documents;
    }

    /** Where something is live. */
    private record Spot(String service, String environment) {

        static Spot of(Deployment deployment) {
            return new Spot(deployment.service().value(), deployment.environment());
        }
    }

    VersionsPage page(Map<String, String> given, Viewer viewer, ReaderTime time) {
        viewer.demand(Scope.READ);
        return documents.holding(() -> {
            var view = documents.at(time.now());
            return read(AuditAsked.of(Map.of(
                    "service", given.getOrDefault("service", ""), "team", given.getOrDefault("team", ""), "domain", given.getOrDefault("domain", "")),
                    view, time.now(), population -> Optional.empty()), given, view, time);
        });
    }

    private VersionsPage read(AuditAsked asked, Map<String, String> given, CatalogueView view, ReaderTime time) {
        var at = AskedInstant.orNull("at", given.get("at"), time);
        var all = services(asked.scope(), view);
        var after = given.getOrDefault("after", "");
        var shown = all.stream().filter(name -> name.compareTo(after) > 0).limit(SHOWN).toList();
        var live = bySpot(at == null ? time.now() : at, shown);
        var now = at == null ? live : bySpot(time.now(), shown);
        var environments = live.keySet().stream().map(Spot::environment).distinct().sorted(PRODUCTION_FIRST).toList();
        var rows = shown.stream()
                .map(service -> new VersionsPage.Row(service, cells(service, environments, live, now, time)))
                .toList();
        var further = !shown.isEmpty() && !shown.getLast().equals(all.getLast());
        var field = at == null ? "" : time.local(at).toLocalDateTime().withNano(0).toString();
        return new VersionsPage(
                at == null ? "Which version is where" : "Which version was where at " + time.full(at),
                Figures.count(all.size(), "service") + ", " + AuditSheet.words(asked.scope()) + ". A version is live from when its deployment succeeded.",
                AuditFilter.of(asked, View.VERSIONS), field, at != null, environments, rows, address("/audit/versions.csv", asked.scope(), at, ""),
                after.isEmpty() ? null : address("/audit/versions", asked.scope(), at, ""),
                further ? address("/audit/versions", asked.scope(), at, shown.getLast()) : null);
    }

    private static List<String> services(ServiceScope scope, CatalogueView view) {
        var chosen = scope.services(view);
        var declared = view.services().stream().map(Service::name).map(Object::toString);
        return (chosen == null ? declared : chosen.stream()).distinct().sorted().toList();
    }

    private Map<Spot, Evidence> bySpot(Instant at, Collection<String> services) {
        return audit.of(deployments.live(services, at)).stream().collect(Collectors.toMap(each -> Spot.of(each.deployment()), each -> each));
    }

    private static List<VersionsPage.@Nullable Cell> cells(
            String service, List<String> environments, Map<Spot, Evidence> live, Map<Spot, Evidence> now, ReaderTime time) {
        return environments.stream()
                .<VersionsPage.@Nullable Cell>map(environment -> cell(live.get(new Spot(service, environment)), now.get(new Spot(service, environment)), time))
                .collect(Collectors.toList());
    }

    private static VersionsPage.@Nullable Cell cell(@Nullable Evidence live, @Nullable Evidence now, ReaderTime time) {
        if (live == null) return null;
        var deployment = live.deployment();
        var later = now == null || now.deployment().version().equals(deployment.version()) ? null : now.deployment().version();
        return new VersionsPage.Cell(
                deployment.version(), time.moment(deployment.at()), live.change() == null ? null : live.change().reference(), unallowed(live), later,
                later == null ? null : between(deployment.service().value(), deployment.version(), later));
    }

    private static @Nullable String unallowed(Evidence live) {
        return live.gaps().stream().filter(Gap::isUnapproved).findFirst().map(gap -> AuditWords.of(gap).word()).orElse(null);
    }

    private static String between(String service, String from, String to) {
        return UriComponentsBuilder.fromPath("/audit/commits").queryParam("service", "{service}").queryParam("from", "{from}").queryParam("to", "{to}")
                .encode().buildAndExpand(service, from, to).toUriString();
    }

    private static String address(String path, ServiceScope scope, @Nullable Instant at, String after) {
        var values = new HashMap<String, String>();
        values.put("service", scope.service());
        values.put("team", scope.team());
        values.put("domain", scope.domain());
        values.put("at", at == null ? "" : at.toString());
        values.put("after", after);
        var address = UriComponentsBuilder.fromPath(path);
        Stream.of("service", "team", "domain", "at", "after")
                .filter(field -> !values.getOrDefault(field, "").isEmpty())
                .forEach(field -> address.queryParam(field, "{" + field + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    Csv csv(Map<String, String> given, Viewer viewer, ReaderTime time) {
        viewer.demand(Scope.READ);
        return documents.holding(() -> {
            var at = AskedInstant.orNull("at", given.get("at"), time);
            var services = services(ServiceScope.of(given.get("service"), given.get("team"), given.get("domain")), documents.at(time.now()));
            var csv = new Csv("service", "environment", "version", "since", "deployment", "deployer", "at");
            var instant = at == null ? time.now() : at;
            deployments.live(services, instant).forEach(each -> csv.row(List.of(
                    each.service(), each.environment(), each.version(), each.at(), each.id(), each.deployer() == null ? "" : each.deployer(), instant)));
            return csv;
        });
    }
}
