package dev.holdfast.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.http.Fault;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Malformed;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.keys.Keyring;
import dev.holdfast.quantities.TimeOrdered;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files of any catalogue that is known here: kept for a day, looked at as often as one likes, and applied whole. */
@Component
public class Imports {

    public static final int MOST_BYTES = Archives.MOST_BYTES;

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST_WAITING = 20;
    private static final String PASTED = "pasted";

    private final Catalogue catalogue;
    private final Documents documents;
    private final List<ForeignDocuments> foreignDocuments;
    private final List<ForeignFiles> foreignFiles;
    private final ImportStore store;
    private final Keyring keys;
    private final Clock clock;

    Imports(
            Catalogue catalogue,
            Documents documents,
            List<ForeignDocuments> foreignDocuments,
            List<ForeignFiles> foreignFiles,
            ImportStore store,
            Keyring keys,
            Clock clock) {
        this.catalogue = catalogue;
        this.documents = documents;
        this.foreignDocuments = foreignDocuments;
        this.foreignFiles = foreignFiles;
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /** Keeps files, those within archives one by one. */
    public UUID keep(List<ImportFile> sent, Viewer viewer) {
        return kept(Archives.unpacked(sent), viewer);
    }

    /** Keeps a text that somebody typed or pasted. */
    public UUID keep(String text, Viewer viewer) {
        return kept(List.of(new ImportFile(PASTED, text.getBytes(UTF_8))), viewer);
    }

    /** What applying would do, now. */
    public Import look(UUID id, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        var waiting = waiting(id, viewer);
        var files = files(waiting);
        var pasted = files.size() == 1 && files.getFirst().name().equals(PASTED) ? new String(files.getFirst().content(), UTF_8) : null;
        return documents.holding(() -> {
            var revision = documents.revision();
            try {
                var read = ImportReading.read(files, foreignDocuments, foreignFiles, columns(waiting));
                return looked(new Import(id, revision, read.sources(), null, List.of(), read.warnings(), pasted, read.choices()), read, viewer);
            } catch (Malformed unreadable) {
                return new Import(id, revision, List.of(), null, unreadable.faults(), List.of(), pasted, List.of());
            }
        });
    }

    /** Says which column of a table tells what. */
    public void choose(UUID id, Map<String, String> chosen, Viewer viewer) {
        waiting(id, viewer);
        var columns = SpecJson.object();
        chosen.forEach(columns::put);
        store.choose(id, viewer.account(), columns);
    }

    /** All of it, or nothing; and nothing where the catalogue is another than the one that it was compared with. */
    public Applied apply(UUID id, long revision, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        var waiting = waiting(id, viewer);
        var read = ImportReading.read(files(waiting), foreignDocuments, foreignFiles, columns(waiting));
        var applied = catalogue.apply(read.pieces(), viewer, Base.revision(revision));
        store.forget(id);
        return applied;
    }

    private Import looked(Import found, ImportReading.Read read, Viewer viewer) {
        try {
            if (found.sources().isEmpty()) throw Unprocessable.of("", "UNKNOWN_VALUE", "Nothing in it is known here.");
            var would = catalogue.tried(read.pieces(), viewer);
            var warnings = new ArrayList<>(read.warnings());
            warnings.addAll(would.warnings());
            return of(found, would, List.of(), warnings);
        } catch (Unprocessable refused) {
            return of(found, null, refused.faults(), read.warnings());
        } catch (Malformed unreadable) {
            return of(found, null, unreadable.faults(), read.warnings());
        } catch (Forbidden notYours) {
            return of(found, null, notYours.faults().stream().map(Imports::notYours).toList(), read.warnings());
        }
    }

    private static Fault notYours(Fault fault) {
        return new Fault(fault.document(), fault.path(), fault.code(),
                fault.message() + " is not yours to change; whoever owns it may, and administrators");
    }

    private static Import of(Import found, @Nullable Applied would, List<Fault> faults, List<Fault> warnings) {
        return new Import(found.id(), found.revision(), found.sources(), would, faults, warnings, found.pasted(), found.choices());
    }

    private UUID kept(List<ImportFile> files, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        if (files.isEmpty()) throw Unprocessable.of("files", "REQUIRED", "Choose a file, or paste one");
        var now = clock.instant();
        store.forgetBefore(now.minus(KEPT));
        if (store.waiting(viewer.account()) >= MOST_WAITING) {
            throw Unprocessable.of("files", "STATE", MOST_WAITING + " imports of yours wait already; each is forgotten a day after it was sent");
        }
        var id = TimeOrdered.id(now);
        store.keep(id, now, viewer.account(), keys.seal(text(files)));
        return id;
    }

    private ImportStore.Waiting waiting(UUID id, Viewer viewer) {
        return store.find(id, viewer.account())
                .orElseThrow(() -> new NotFound("This import is no longer kept: it was applied, or is older than a day."));
    }

    private static String text(List<ImportFile> files) {
        var list = SpecJson.object();
        var array = list.putArray("files");
        files.forEach(file -> array.addObject().put("name", file.name()).put("content", Base64.getEncoder().encodeToString(file.content())));
        return SpecJson.text(list);
    }

    private List<ImportFile> files(ImportStore.Waiting waiting) {
        return SpecJson.parse(keys.open(waiting.content())).path("files").values().stream()
                .map(file -> new ImportFile(file.path("name").asString(""), Base64.getDecoder().decode(file.path("content").asString(""))))
                .toList();
    }

    private static Map<String, String> columns(ImportStore.Waiting waiting) {
        var columns = new LinkedHashMap<String, String>();
        waiting.columns().properties().forEach(field -> columns.put(field.getKey(), field.getValue().asString("")));
        return columns;
    }
}
