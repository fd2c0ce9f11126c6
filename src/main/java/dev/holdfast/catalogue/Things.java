package dev.holdfast.catalogue;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What is declared as it is answered: each thing with its spec and what follows from it. */
@Component
public class Things {

    private final Documents documents;
    private final Catalogue catalogue;
    private final List<StatusPart> statuses;

    Things(Documents documents, Catalogue catalogue, List<StatusPart> statuses) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.statuses = statuses;
    }

    /** A thing as it stood. */
    public record Thing(
            String kind,
            String name,
            @Nullable String title,
            @Nullable String description,
            ObjectNode spec,
            ObjectNode status,
            int version,
            Instant since) {}

    public Optional<Thing> find(String kind, String name, Instant at, Viewer viewer) {
        return documents.holding(() -> {
            var view = documents.at(at);
            return view.document(kind, name)
                    .map(document -> thing(document, Objects.requireNonNull(statuses(kind, List.of(document), view).get(name)), viewer));
        });
    }

    /** The document itself. */
    public Optional<String> yaml(String kind, String name, Instant at, Viewer viewer) {
        return documents.at(at)
                .document(kind, name)
                .map(document -> YamlWriter.write(document, shown(document, viewer)));
    }

    public Listing<Thing> list(String kind, Instant at, @Nullable String cursor, Limit limit, Viewer viewer) {
        return documents.holding(() -> listed(kind, at, cursor, limit, viewer));
    }

    private Listing<Thing> listed(String kind, Instant at, @Nullable String cursor, Limit limit, Viewer viewer) {
        var view = documents.at(at);
        var after = Cursor.decode(cursor).orElse("");
        if (!after.isEmpty() && !Names.isName(after)) throw Cursor.foreign();
        var found = view.documents(kind).stream()
                .filter(document -> document.name().compareTo(after) > 0)
                .limit(limit.andOne())
                .toList();
        var shown = Listing.cut(found, limit, Document::name);
        var described = statuses(kind, shown.items(), view);
        return shown.map(document -> thing(document, Objects.requireNonNull(described.get(document.name())), viewer));
    }

    private Map<String, ObjectNode> statuses(String kind, List<Document> documents, CatalogueView view) {
        var derived = Derived.of(view);
        var described = new LinkedHashMap<String, ObjectNode>();
        documents.forEach(document -> described.put(document.name(), derived.status(document)));
        statuses.stream().filter(part -> part.kind().equals(kind)).forEach(part -> part.describe(described, view.at()));
        return described;
    }

    private Thing thing(Document document, ObjectNode status, Viewer viewer) {
        return new Thing(
                document.kind(),
                document.name(),
                document.title(),
                document.description(),
                shown(document, viewer),
                status,
                document.version(),
                document.effectiveFrom());
    }

    /** Other people's contact details are nobody's to read. */
    private ObjectNode shown(Document document, Viewer viewer) {
        var spec = catalogue.shown(document);
        if (document.kind().equals(PersonPart.KIND)
                && !document.name().equals(viewer.person())
                && !(new Rights(viewer).all() && viewer.may(Scope.CATALOGUE))) {
            spec.remove(List.of("email", "phone", "notify", "leaveCalendar"));
        }
        return spec;
    }
}
