package dev.holdfast.catalogue;

import dev.holdfast.access.Viewer;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Fault;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Malformed;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.keys.Keyring;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.search.SearchIndex;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** The door of the declaration: applies files whole or not at all, ends things, and gives everything back as one file. */
@Component
public class Catalogue {

    private static final List<String> ORDER = List.of(
            OrganisationPart.KIND, HolidayCalendarPart.KIND, PersonPart.KIND, TeamPart.KIND, DomainPart.KIND, ServicePart.KIND, ThirdPartyPart.KIND);

    private final List<SpecPart<?>> parts;
    private final FileReading files;
    private final Documents documents;
    private final DocumentStore store;
    private final ThingStore things;
    private final SearchIndex search;
    private final Ledger ledger;
    private final Keyring keys;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Catalogue(
            List<SpecPart<?>> parts,
            List<ForeignDocuments> others,
            Documents documents,
            DocumentStore store,
            ThingStore things,
            SearchIndex search,
            Ledger ledger,
            Keyring keys,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.parts = parts;
        this.files = new FileReading(kinds(), others);
        this.documents = documents;
        this.store = store;
        this.things = things;
        this.search = search;
        this.ledger = ledger;
        this.keys = keys;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The kinds that some module understands. */
    public TreeSet<String> kinds() {
        return parts.stream().map(SpecPart::kind).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * @throws Malformed where it is no YAML
     * @throws Unprocessable with every fault
     * @throws Forbidden where it changes what is not the viewer's
     */
    public Applied apply(byte[] file, Viewer viewer, boolean dryRun) {
        return apply(YamlReader.read(file), viewer, dryRun);
    }

    /** One document that a program made, such as the policy that was edited in the portal. */
    public Applied apply(ObjectNode document, Viewer viewer, boolean dryRun) {
        return apply(List.of(new Numbered(1, document.deepCopy())), viewer, dryRun);
    }

    /** @throws Conflict while others name it */
    public void end(String kind, String name, Viewer viewer) {
        transaction.executeWithoutResult(open -> endNow(new Document.Key(kind, name), viewer));
    }

    /** Everything, as one file that applies as unchanged. */
    public String export(Viewer viewer) {
        if (!new Rights(viewer).all()) {
            throw new Forbidden("Everything as one file holds people's contact details: it is for administrators.");
        }
        return documents.snapshot().allLatest().stream()
                .sorted(Comparator.comparingInt((Document document) -> order(document.kind()))
                        .thenComparing(Document::kind)
                        .thenComparing(Document::place))
                .map(this::yaml)
                .collect(Collectors.joining("---\n"));
    }

    /** The document as it is answered: secrets as {@code "set"}. */
    public String yaml(Document document) {
        return YamlWriter.write(document, shown(document));
    }

    /** The whole document as it is answered, to be changed and applied. */
    public ObjectNode envelope(Document document) {
        return YamlWriter.envelope(document, shown(document));
    }

    /** A document that says nothing yet. */
    public ObjectNode blank(String kind, String name) {
        var envelope = SpecJson.object().put("apiVersion", YamlWriter.API_VERSION).put("kind", kind);
        envelope.putObject("metadata").put("name", name);
        envelope.putObject("spec");
        return envelope;
    }

    public String yaml(ObjectNode envelope) {
        return YamlWriter.write(envelope);
    }

    /** Who needs a thing, as "Service/shop spec.dependsOn[0].service". */
    public List<String> needing(String kind, String name) {
        return things.needing(new Document.Key(kind, name)).stream().map(need -> need.from() + " " + need.path()).toList();
    }

    /** The spec as it is answered. */
    public ObjectNode shown(Document document) {
        var spec = document.spec().deepCopy();
        for (var part : parts) {
            if (part.kind().equals(document.kind())) {
                part.shown(document.name(), spec);
            }
        }
        return spec;
    }

    /** Only where what they had before them still stands. */
    public Applied apply(byte[] file, Viewer viewer, Base base) {
        return apply(FileReading.Pieces.of(YamlReader.read(file)), viewer, base);
    }

    /** These days were read from a holiday calendar's address and count from now on. */
    public Applied readHolidays(String calendar, SortedMap<LocalDate, String> days, Viewer viewer) {
        return transaction.execute(open -> {
            var revision = store.lock() + 1;
            var key = new Document.Key(HolidayCalendarPart.KIND, calendar);
            var document = documents.snapshot().latest(key).orElseThrow(() -> new NotFound("There is no " + key + "."));
            var read = new FileReading.FileRead(List.of(ReadHolidays.with(document, days)), List.of(), List.of());
            var now = now();
            return written(planned(read, viewer, now), viewer, now, revision);
        });
    }

    private Applied apply(List<Numbered> file, Viewer viewer, boolean dryRun) {
        var pieces = FileReading.Pieces.of(file);
        return dryRun ? tried(pieces, viewer) : apply(pieces, viewer, Base.ANY);
    }

    Applied apply(FileReading.Pieces pieces, Viewer viewer, Base base) {
        var read = files.read(pieces);
        return transaction.execute(open -> applied(read, viewer, base));
    }

    /** What applying would do. */
    Applied tried(FileReading.Pieces pieces, Viewer viewer) {
        return answer(planned(kept(files.read(pieces)), viewer, now()), List.of());
    }

    private FileReading.FileRead kept(FileReading.FileRead file) {
        var faults = new ArrayList<>(file.faults());
        faults.addAll(ReadHolidays.keep(file.drafts(), documents.snapshot()));
        return new FileReading.FileRead(file.drafts(), faults, file.warnings());
    }

    private Applied applied(FileReading.FileRead file, Viewer viewer, Base base) {
        var revision = store.lock() + 1;
        base.demand(documents.snapshot(), revision - 1);
        var now = now();
        return written(planned(kept(file), viewer, now), viewer, now, revision);
    }

    private Applied written(Plan plan, Viewer viewer, Instant now, long revision) {
        var before = documents.snapshot();
        if (plan.changed().isEmpty()) return answer(plan, List.of());
        var after = new Writing(store, things, viewer.by(), now, revision).write(plan);
        plan.changed().forEach(step -> step.reading().secrets().forEach(
                (path, secret) -> things.mark(step.draft().key(), path, mark(secret))));
        store.revise(revision);
        search.put(after.values().stream().map(Findables::of).toList());
        documents.changedHere(before);
        var generated = new ArrayList<Applied.Generated>();
        for (var step : plan.changed()) {
            tell(step, Objects.requireNonNull(after.get(step.draft().key())), viewer, generated);
        }
        return answer(plan, generated);
    }

    private Plan planned(FileReading.FileRead file, Viewer viewer, Instant now) {
        var snapshot = documents.snapshot();
        var warnings = new ArrayList<>(file.warnings());
        warnings.addAll(Settling.of(file.drafts(), snapshot));
        var known = new HashMap<Document.Key, Map<String, String>>();
        var plan = new Planning(parts, snapshot, (key, path, secret) -> !mark(secret)
                        .equals(known.computeIfAbsent(key, things::marks).get(path)), now)
                .of(file.drafts(), file.faults(), warnings);
        if (!plan.faults().isEmpty()) {
            throw new Unprocessable(plan.faults());
        }
        var refused = new Rights(viewer).refused(plan, documents.at(now));
        if (!refused.isEmpty()) {
            throw notYours(refused);
        }
        return plan;
    }

    private void tell(Plan.Step step, Document after, Viewer viewer, List<Applied.Generated> generated) {
        var before = step.before();
        ledger.record(
                viewer.by(),
                before == null ? "create" : "update",
                after.key().toString(),
                before == null ? null : content(before),
                content(after));
        tell(new AppliedDocument(
                after.kind(),
                after.name(),
                before,
                after,
                step.reading().secrets(),
                viewer.by(),
                after.effectiveFrom(),
                (path, value) -> generated.add(new Applied.Generated(after.kind(), after.name(), path, value))));
    }

    private void tell(AppliedDocument applied) {
        parts.stream().filter(part -> part.kind().equals(applied.kind())).forEach(part -> part.applied(applied));
    }

    private void endNow(Document.Key key, Viewer viewer) {
        var revision = store.lock() + 1;
        var snapshot = documents.snapshot();
        var now = now();
        var document = snapshot.latest(key).orElseThrow(() -> new NotFound("There is no " + key + "."));
        if (!new Rights(viewer).mayEnd(document, documents.at(now))) {
            throw new Forbidden("Only who owns " + key + " may end it.");
        }
        things.forgetReferencesBefore(now);
        var needing = things.needing(key);
        if (!needing.isEmpty()) {
            throw stillNeeded(key, needing);
        }
        store.end(key, now, revision);
        things.end(key);
        search.remove(Findables.kind(document), Findables.name(document));
        store.revise(revision);
        documents.changedHere(snapshot);
        ledger.record(viewer.by(), "end", key.toString(), content(document), null);
        tell(new AppliedDocument(
                key.kind(), key.name(), document, null, Map.of(), viewer.by(), now, (path, value) -> {}));
    }

    private static Forbidden notYours(List<Fault> refused) {
        var what = refused.stream().map(Fault::message).collect(Collectors.joining(", "));
        return new Forbidden("Not yours to change: " + what, refused);
    }

    private static Conflict stillNeeded(Document.Key key, List<ThingStore.Need> needing) {
        var faults = needing.stream()
                .map(need -> Fault.at(need.path(), "STATE", need.from() + " needs " + key))
                .toList();
        var from = needing.stream().map(ThingStore.Need::from).distinct().collect(Collectors.joining(", "));
        return new Conflict("STATE", key + " is needed by " + from, faults);
    }

    private static Map<String, Object> content(Document document) {
        var content = new HashMap<String, Object>();
        content.put("version", document.version());
        if (document.title() != null) content.put("title", document.title());
        if (document.description() != null) content.put("description", document.description());
        content.put("spec", document.spec());
        return content;
    }

    private static Applied answer(Plan plan, List<Applied.Generated> generated) {
        var changes = plan.changed().stream().map(Plan.Step::change).toList();
        return new Applied(
                plan.created(),
                changes.size() - plan.created(),
                plan.unchanged(),
                changes,
                plan.warnings(),
                List.copyOf(generated));
    }

    private String mark(String secret) {
        return keys.sign("catalogue.secret", secret);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static int order(String kind) {
        var index = ORDER.indexOf(kind);
        return index < 0 ? ORDER.size() : index;
    }
}
