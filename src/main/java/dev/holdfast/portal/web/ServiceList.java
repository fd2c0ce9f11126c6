package dev.holdfast.portal.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.Cursor;
import dev.holdfast.incidents.IncidentFilter;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Picture;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.oncall.Covering;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the list of services: by name, filtered by what stands in the address, cut by a cursor. */
@Component
class ServiceList {

    private static final int SHOWN = 50;
    private static final int MOST_OPEN = 500;

    private final Documents documents;
    private final Selection selection;
    private final Risks risks;
    private final Coverage coverage;
    private final Incidents incidents;

    ServiceList(Documents documents, Selection selection, Risks risks, Coverage coverage, Incidents incidents) {
        this.documents = documents;
        this.selection = selection;
        this.risks = risks;
        this.coverage = coverage;
        this.incidents = incidents;
    }

    /** What is asked for; an empty text asks for nothing. */
    record Filter(String words, String domain, String team, String model, @Nullable String cursor) {

        static Filter of(Map<String, String> asked) {
            return new Filter(asked.getOrDefault("q", "").strip(), asked.getOrDefault("domain", ""), asked.getOrDefault("team", ""),
                    asked.getOrDefault("model", ""), asked.get("cursor"));
        }

        private String address(String path, @Nullable String next) {
            var address = UriComponentsBuilder.fromPath(path);
            add(address, "q", words);
            add(address, "domain", domain);
            add(address, "team", team);
            add(address, "model", model);
            if (next != null) add(address, "cursor", next);
            return address.encode().toUriString();
        }

        private static void add(UriComponentsBuilder address, String name, String value) {
            if (!value.isEmpty()) address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }

        private boolean takes(Service service, @Nullable Selected selected) {
            var text = service.name() + " " + service.shown();
            return (words.isEmpty() || text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)))
                    && (domain.isEmpty() || service.domain() != null && domain.equals(service.domain().value()))
                    && (team.isEmpty() || service.owner() != null && team.equals(service.owner().value()))
                    && (model.isEmpty() || model.equals(word(selected)));
        }

        private static String word(@Nullable Selected selected) {
            return selected == null || selected.operatingModel() == null ? "none" : selected.operatingModel().word();
        }
    }

    ServicesPage page(Filter filter, Viewer viewer, ReaderTime time) {
        var view = documents.at(time.now());
        var selected = selection.all(view, time.now());
        var after = Cursor.decode(filter.cursor()).orElse("");
        var found = found(view, selected, filter);
        var rest = found.stream().filter(service -> service.name().value().compareTo(after) > 0).toList();
        var shown = rest.stream().limit(SHOWN).toList();
        var next = rest.size() > SHOWN ? Cursor.encode(shown.getLast().name().value()) : null;
        return new ServicesPage(
                lede(view, found.size()), view.services().isEmpty(), viewer.isAdmin(), filter.words(),
                domains(view, filter), teams(view, filter), models(filter), rows(view, selected, shown, time),
                filter.address("/services.csv", null), next == null ? null : filter.address("/services", next));
    }

    Csv csv(Filter filter, ReaderTime time) {
        var view = documents.at(time.now());
        var selected = selection.all(view, time.now());
        var csv = new Csv("service", "title", "domain", "team", "operating model", "at risk an hour", "currency", "availability target", "deployment target");
        for (var service : found(view, selected, filter)) {
            var its = selected.get(service.name());
            var risk = risks.of(view, service.name());
            csv.row(List.of(
                    service.name().value(), service.shown(), text(service.domain()), text(service.owner()), Filter.word(its),
                    risk.perHour() == null ? "" : risk.perHour().rounded().amount().toPlainString(), risk.currency().getCurrencyCode(),
                    its == null || its.level() == null ? "" : its.level().toString(), its == null ? "" : ServiceWords.deployment(its)));
        }
        return csv;
    }

    private static List<Service> found(CatalogueView view, Map<ServiceName, Selected> selected, Filter filter) {
        return view.services().stream()
                .filter(service -> filter.takes(service, selected.get(service.name())))
                .sorted(Comparator.comparing(service -> service.name().value()))
                .toList();
    }

    private static String lede(CatalogueView view, int found) {
        var all = view.services().size();
        if (all == 0) return "What the organisation runs, what each stands to lose, and who is called for it.";
        return found == all ? Figures.count(all, "service") + "." : found + " of " + Figures.count(all, "service") + ".";
    }

    private List<ServicesPage.Row> rows(CatalogueView view, Map<ServiceName, Selected> selected, List<Service> shown, ReaderTime time) {
        var open = open();
        var names = new Names(view);
        var covered = coverage.of(shown.stream().map(Service::name).toList(), time.now());
        return shown.stream()
                .map(service -> row(
                        service, selected.get(service.name()), Objects.requireNonNull(covered.get(service.name())), open.get(service.name()), view, names, time))
                .toList();
    }

    private ServicesPage.Row row(
            Service service, @Nullable Selected selected, Covering cover, @Nullable Picture open, CatalogueView view, Names names, ReaderTime time) {
        var team = view.ownerOf(service.name()).map(owner -> owner.shown()).orElse("nobody");
        var second = Stream.of(Optional.ofNullable(service.title()), Optional.ofNullable(service.domain()).flatMap(view::domain).map(Domain::shown))
                .flatMap(Optional::stream).collect(Collectors.joining(", "));
        return new ServicesPage.Row(
                service.name().value(), second, open == null ? null : IncidentWords.states(open.incident()).getFirst(), team,
                selected == null ? new Status("Not assessed", Shape.TRIANGLE, Tone.CAUTION) : ServiceWords.model(selected),
                risks.of(view, service.name()).shown(),
                selected == null ? "–" : ServiceWords.target(selected), selected == null ? "–" : ServiceWords.deployment(selected),
                ServiceWords.called(cover, names), ServiceWords.until(cover, time));
    }

    /** The open incident of each service, the worst first. */
    private Map<ServiceName, Picture> open() {
        var open = new HashMap<ServiceName, Picture>();
        for (var picture : incidents.list(IncidentFilter.open(), null, MOST_OPEN)) {
            picture.affected().forEach(it -> open.merge(it.service(), picture, ServiceList::worse));
            open.merge(picture.incident().service(), picture, ServiceList::worse);
        }
        return open;
    }

    private static Picture worse(Picture one, Picture other) {
        return other.incident().isMajor() && !one.incident().isMajor() ? other : one;
    }

    private static List<Choice> domains(CatalogueView view, Filter filter) {
        return Choice.all(view.domains().stream().map(it -> new Choice(it.name().value(), it.shown(), it.name().value().equals(filter.domain()))).toList());
    }

    private static List<Choice> teams(CatalogueView view, Filter filter) {
        return Choice.all(view.teams().stream().map(it -> new Choice(it.name().value(), it.shown(), it.name().value().equals(filter.team()))).toList());
    }

    private static List<Choice> models(Filter filter) {
        Function<String, Boolean> chosen = filter.model()::equals;
        return List.of(new Choice("", "all", filter.model().isEmpty()), new Choice("ybyr", "You Build It You Run It", chosen.apply("ybyr")),
                new Choice("ops", "Ops Run It", chosen.apply("ops")), new Choice("none", "Not assessed", chosen.apply("none")));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
