package dev.holdfast.portal.web.readiness;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.http.Csv;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.readiness.Preparation;
import dev.holdfast.readiness.Prepared;
import dev.holdfast.readiness.Prepared.State;
import dev.holdfast.readiness.Readiness;
import dev.holdfast.readiness.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the list of how services are prepared: as many queries for all as for one. */
@Component
class ReadinessList {

    private static final int SHOWN = 200;

    private final Documents documents;
    private final Readiness readiness;

    ReadinessList(Documents documents, Readiness readiness) {
        this.documents = documents;
        this.readiness = readiness;
    }

    private record Found(Service service, List<Prepared> prepared) {

        long count(State state) {
            return Prepared.count(prepared, state);
        }
    }

    ReadinessListPage page(String team, String sort, ReaderTime time) {
        return documents.holding(() -> {
            var view = documents.at(time.now());
            var found = found(view, team, sort);
            return new ReadinessListPage(
                    lede(found), teams(view, team), team, sort,
                    List.of(head("Service", "name", team, sort, false), head("Team", "team", team, sort, false), head("Missing", "", team, sort, true), head("Due again", "due", team, sort, true)),
                    Arrays.stream(Preparation.values()).map(Preparation::title).toList(), found.stream().limit(SHOWN).map(it -> row(view, it)).toList(),
                    Math.max(0, found.size() - SHOWN), address("/readiness.csv", team, sort));
        });
    }

    Csv csv(String team, String sort, ReaderTime time) {
        return documents.holding(() -> {
            var heads = Stream.concat(
                    Stream.of("service", "title", "team", "lifecycle", "present", "missing", "due"), Arrays.stream(Preparation.values()).map(Preparation::word));
            var csv = new Csv(heads.toArray(String[]::new));
            found(documents.at(time.now()), team, sort).forEach(it -> csv.row(cells(it)));
            return csv;
        });
    }

    private static List<String> cells(Found it) {
        var service = it.service();
        var cells = new ArrayList<>(List.of(
                service.name().value(), service.shown(), service.owner() == null ? "" : service.owner().value(), service.lifecycle().name().toLowerCase(Locale.ROOT),
                "" + it.count(State.PRESENT), "" + it.count(State.MISSING), "" + it.count(State.DUE)));
        it.prepared().forEach(prepared -> cells.add(prepared.state().word()));
        return cells;
    }

    private List<Found> found(CatalogueView view, String team, String sort) {
        return readiness.ofAll(view).entrySet().stream()
                .map(each -> new Found(view.service(each.getKey()).orElseThrow(), each.getValue()))
                .filter(it -> team.isEmpty() || it.service().owner() != null && it.service().owner().value().equals(team))
                .sorted(order(sort))
                .toList();
    }

    private static Comparator<Found> order(String sort) {
        var byName = Comparator.comparing((Found it) -> it.service().name(), Comparator.comparing(ServiceName::value));
        return switch (sort) {
            case "name" -> byName;
            case "due" -> Comparator.comparing((Found it) -> -it.count(State.DUE)).thenComparing(byName);
            case "team" -> Comparator.comparing((Found it) -> Objects.toString(it.service().owner(), "~")).thenComparing(byName);
            default -> Comparator.comparing((Found it) -> -it.count(State.MISSING)).thenComparing((Found it) -> -it.count(State.DUE)).thenComparing(byName);
        };
    }

    private static ReadinessListPage.Row row(CatalogueView view, Found it) {
        var service = it.service();
        var owner = view.ownerOf(service.name());
        return new ReadinessListPage.Row(
                service.name().value(), service.shown(), owner.map(Team::shown).orElse("nobody"), owner.map(team -> "/teams/" + team.name()).orElse(null),
                it.prepared().stream().map(prepared -> ReadinessWords.status(prepared.state())).toList(),
                it.count(State.PRESENT), it.count(State.MISSING), it.count(State.DUE), Subject.of(service.name()).page());
    }

    private static String lede(List<Found> found) {
        if (found.isEmpty()) return "No service is described here yet.";
        var missing = found.stream().mapToLong(it -> it.count(State.MISSING)).sum();
        var due = found.stream().mapToLong(it -> it.count(State.DUE)).sum();
        return "%s: %s missing, %s due again. What is open stops nothing."
                .formatted(Figures.count(found.size(), "service"), Figures.count(missing), Figures.count(due));
    }

    private static List<Choice> teams(CatalogueView view, String team) {
        var owners = view.services().stream().map(Service::owner).filter(Objects::nonNull).distinct().toList();
        return Stream.concat(
                        Stream.of(new Choice("", "any", team.isEmpty())),
                        view.teams().stream()
                                .filter(it -> owners.contains(it.name()))
                                .sorted(Comparator.comparing(Team::shown))
                                .map(it -> new Choice(it.name().value(), it.shown(), it.name().value().equals(team))))
                .toList();
    }

    private static ReadinessListPage.Head head(String words, String by, String team, String sort, boolean number) {
        return new ReadinessListPage.Head(words, address("/readiness", team, by), by.equals(sort), number);
    }

    private static String address(String path, String team, String sort) {
        var address = UriComponentsBuilder.fromPath(path);
        if (!team.isEmpty()) address.queryParam("team", "{team}");
        if (!sort.isEmpty()) address.queryParam("sort", "{sort}");
        return address.encode().buildAndExpand(Map.of("team", team, "sort", sort)).toUriString();
    }
}
