package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.TeamName;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** When what is declared of a service changes: itself, its teams, their schedules and the organisation. No query for what was lately. */
final class Edges {

    private final Documents documents;
    private final Instant from;
    private final Instant to;
    private final NavigableSet<Instant> found = new TreeSet<>();

    private Edges(Documents documents, Instant from, Instant to) {
        this.documents = documents;
        this.from = from;
        this.to = to;
    }

    static NavigableSet<Instant> of(
            Documents documents, ServiceName name, Instant from, Instant to, BiFunction<CatalogueView, Service, Concerned> concerned) {
        var edges = new Edges(documents, from, to);
        edges.add("Service", Stream.of(name.value()));
        Stream.concat(Stream.of(from, to), Stream.of(edges.found.toArray(Instant[]::new))).forEach(at -> {
            var view = documents.at(at);
            edges.add("Organisation", view.documents("Organisation").stream().map(Document::name));
            view.service(name).map(service -> concerned.apply(view, service)).ifPresent(edges::add);
        });
        return edges.found;
    }

    /** Whose documents matter for a service. */
    record Concerned(Stream<TeamName> teams, Stream<String> schedules) {}

    private void add(Concerned concerned) {
        add("Team", concerned.teams().map(TeamName::value));
        add(SchedulePart.KIND, concerned.schedules());
    }

    private void add(String kind, Stream<String> names) {
        found.addAll(documents.edges(kind, names.toList(), from, to));
    }
}
