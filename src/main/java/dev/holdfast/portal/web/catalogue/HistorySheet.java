package dev.holdfast.portal.web.catalogue;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.NotFound;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the pages of what was changed. */
@Component
class HistorySheet {

    private static final int PAGE = 50;
    private static final int MOST_DIFFS = 200;

    private final Documents documents;
    private final Catalogue catalogue;
    private final Ownership ownership;

    HistorySheet(Documents documents, Catalogue catalogue, Ownership ownership) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.ownership = ownership;
    }

    /** @param asked the version asked for; the newest where there is none */
    HistoryPage of(Kind kind, String name, @Nullable Integer asked, @Nullable String at, Viewer viewer, ReaderTime time) {
        var versions = documents.versions(kind.kind(), name);
        if (versions.isEmpty()) throw new NotFound("There never was a " + kind.noun() + " " + name + ".");
        if (kind == Kind.PERSON && !name.equals(viewer.person()) && !ownership.mayChangeAll(viewer)) {
            throw new Forbidden("A person's history holds how they are reached: it is for them and for administrators.");
        }
        var chosen = at != null ? inForce(versions, instant(at)) : asked == null ? versions.getLast() : numbered(versions, asked);
        var before = versions.stream().filter(version -> version.version() < chosen.version()).max(Comparator.comparing(Document::version)).orElse(null);
        var names = new Names(documents.at(time.now()));
        var comparison = before == null ? "Version " + chosen.version() + " is the first" : "From version " + before.version() + " to " + chosen.version();
        return new HistoryPage(
                kind, name, versions.reversed().stream().map(version -> version(kind, version, chosen, names, time)).toList(), comparison,
                Diff.rows(Documents.difference(before, chosen)), catalogue.yaml(chosen),
                at == null ? "Version " + chosen.version() : "As it stood " + time.full(instant(at)) + ": version " + chosen.version());
    }

    ChangesPage list(@Nullable String before, ReaderTime time) {
        var names = new Names(documents.at(time.now()));
        var found = documents.changes(before == null ? null : instant(before), PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        return new ChangesPage("What was changed", "Each time that something was applied, newest first.",
                shown.stream().map(change -> CatalogueSheet.recent(change, names, time)).toList(), List.of(),
                found.size() > PAGE ? "/catalogue/changes?before=" + shown.getLast().at() : null);
    }

    ChangesPage one(String at, Viewer viewer, ReaderTime time) {
        var changed = documents.recorded(instant(at));
        if (changed.isEmpty()) throw new NotFound("Nothing was applied at that instant.");
        var all = ownership.mayChangeAll(viewer);
        var by = new Names(documents.at(time.now())).of(changed.getFirst().after().recordedBy());
        var diffs = changed.stream().limit(MOST_DIFFS).map(each -> diff(each, all)).toList();
        return new ChangesPage(Figures.count(changed.size(), "document") + " changed by " + by, time.full(instant(at)) + "."
                + (changed.size() > MOST_DIFFS ? " The first " + MOST_DIFFS + " are shown." : ""), List.of(), diffs, null);
    }

    private static Diff diff(Documents.Changed changed, boolean all) {
        var after = changed.after();
        var rows = Diff.rows(Documents.difference(changed.before(), after)).stream()
                .filter(row -> all || !after.kind().equals("Person") || !row.path().startsWith("spec."))
                .toList();
        var address = Kind.of(after.kind()).map(kind -> kind.history(after.name()) + "?version=" + after.version()).orElse(null);
        return new Diff(after.kind(), after.name(), address, changed.before() == null, rows);
    }

    private static HistoryPage.Version version(Kind kind, Document version, Document chosen, Names names, ReaderTime time) {
        var from = version.version() == 1 ? "from the beginning" : "from " + time.full(version.effectiveFrom());
        var to = version.inForce().to() == null ? "" : " until " + time.full(Objects.requireNonNull(version.inForce().to()));
        return new HistoryPage.Version(version.version(), from + to, time.full(version.recordedAt()), names.of(version.recordedBy()),
                kind.history(version.name()) + "?version=" + version.version(), version == chosen);
    }

    private static Document inForce(List<Document> versions, Instant at) {
        return versions.stream().filter(version -> version.inForce().contains(at)).findFirst()
                .orElseThrow(() -> new NotFound("There was none at that instant."));
    }

    private static Document numbered(List<Document> versions, int number) {
        return versions.stream().filter(version -> version.version() == number).findFirst()
                .orElseThrow(() -> new NotFound("There is no version " + number + "."));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unreadable) {
            throw new NotFound("That is no instant such as 2026-11-24T12:00:00Z.");
        }
    }
}
