package dev.holdfast.portal.web.catalogue;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.catalogue.Person;
import dev.holdfast.http.NotFound;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.ReaderTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Makes the page on which a document is edited. */
@Component
class EditSheet {

    private final Documents documents;
    private final Catalogue catalogue;
    private final Policies policies;
    private final Ownership ownership;

    EditSheet(Documents documents, Catalogue catalogue, Policies policies, Ownership ownership) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.policies = policies;
        this.ownership = ownership;
    }

    /** What came of looking at what was sent. */
    record Outcome(@Nullable Diff diff, String print, List<String> warnings, FormFaults faults, @Nullable String notice) {

        static final Outcome NONE = new Outcome(null, "", List.of(), FormFaults.NONE, null);
    }

    /** The newest version that has not ended. */
    Document latest(Kind kind, String name, ReaderTime time) {
        var versions = documents.versions(kind.kind(), name);
        var ended = versions.isEmpty() ? null : versions.getLast().inForce().to();
        if (versions.isEmpty() || ended != null && !ended.isAfter(time.now())) throw new NotFound("There is no " + kind.noun() + " " + name + ".");
        return versions.getLast();
    }

    EditPage fresh(Editing editing, Viewer viewer, ReaderTime time) {
        var name = editing.name();
        if (name == null) return page(editing, catalogue.blank(editing.kind().kind(), editing.newName()), 0, time, Outcome.NONE);
        var document = latest(editing.kind(), name, time);
        if (!ownership.mayChange(viewer, document)) return refused(editing, document, time);
        return page(editing, catalogue.envelope(document), document.version(), time, Outcome.NONE);
    }

    /** The document as what was sent would have it. */
    ObjectNode filled(Editing editing, ReaderTime time) {
        var name = editing.name();
        var envelope = name == null
                ? catalogue.blank(editing.kind().kind(), editing.newName())
                : catalogue.envelope(latest(editing.kind(), name, time));
        Filled.into(envelope, fields(editing.kind(), time), editing.fields());
        return envelope;
    }

    EditPage again(Editing editing, ObjectNode envelope, ReaderTime time, Outcome outcome) {
        return page(editing, envelope, editing.base(), time, outcome);
    }

    private EditPage page(Editing editing, ObjectNode envelope, int base, ReaderTime time, Outcome outcome) {
        var fields = fields(editing.kind(), time).stream()
                .map(field -> field.with(editing.fields().getOrDefault(field.path(), Filled.now(envelope, field.path())))
                        .faulty(outcome.faults().of(field.path()).orElse(null)))
                .toList();
        var text = editing.text().isEmpty() ? catalogue.yaml(envelope) : editing.text();
        return new EditPage(editing.kind(), editing.name(), heading(editing), editing.address(), base,
                editing.asText() || fields.isEmpty(), editing.newName(), fields, text, outcome.print(), outcome.diff(), outcome.warnings(),
                outcome.faults(), outcome.notice(), null);
    }

    private EditPage refused(Editing editing, Document document, ReaderTime time) {
        var view = documents.at(time.now());
        var readable = editing.kind() != Kind.PERSON;
        return new EditPage(editing.kind(), editing.name(), heading(editing), editing.address(), 0, true, "", List.of(),
                readable ? catalogue.yaml(document) : "", "", null, List.of(), FormFaults.NONE, null, who(document, view));
    }

    private static String who(Document document, CatalogueView view) {
        var admins = view.people().stream().filter(Person::isAdmin).map(Person::shown).sorted().limit(3).collect(Collectors.joining(", "));
        var owner = document.kind().equals("Service") ? document.spec().path("owner").asString("") : document.kind().equals("Team") ? document.name() : "";
        var team = owner.isEmpty() ? "" : "The team " + owner + " may change it, and ";
        return (team.isEmpty() ? "Only a" : team + "a") + "dministrators" + (admins.isEmpty() ? "" : ": " + admins) + ".";
    }

    private List<Field> fields(Kind kind, ReaderTime time) {
        var view = documents.at(time.now());
        return new Fields(view, policies.in(view).demandBands().stream().map(band -> band.name()).toList()).of(kind);
    }

    private static String heading(Editing editing) {
        return editing.name() == null ? "New " + editing.kind().noun() : editing.name();
    }

    static Map<String, String> none() {
        return Map.of();
    }
}
