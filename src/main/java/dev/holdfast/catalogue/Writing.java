package dev.holdfast.catalogue;

import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a plan: first what exists, then the versions, then what they promise one another. */
final class Writing {

    private final DocumentStore store;
    private final ThingStore things;
    private final String by;
    private final Instant now;
    private final long revision;
    private final Map<Document.Key, Document> written = new HashMap<>();

    Writing(DocumentStore store, ThingStore things, String by, Instant now, long revision) {
        this.store = store;
        this.things = things;
        this.by = by;
        this.now = now;
        this.revision = revision;
    }

    Map<Document.Key, Document> write(Plan plan) {
        plan.changed().forEach(this::version);
        things.forgetReferencesBefore(now);
        var services = plan.changed().stream()
                .filter(step -> step.draft().kind().equals(ServicePart.KIND))
                .toList();
        services.forEach(step -> things.releaseDatabases(step.draft().name()));
        services.forEach(step -> promise(step, plan.proposed()));
        plan.changed().forEach(step -> refer(step, plan.proposed()));
        return written;
    }

    private void version(Plan.Step step) {
        var key = step.draft().key();
        var before = step.before();
        var newest = before == null ? store.newestVersion(key) : before.version();
        var place = before == null ? things.make(key) : before.place();
        var effectiveFrom = before == null && newest > 0 ? later(step.effectiveFrom(), now) : step.effectiveFrom();
        if (before != null) {
            store.end(key, effectiveFrom, revision);
        }
        var document = document(step, newest + 1, place, effectiveFrom);
        store.insert(document, newest == 0);
        written.put(key, document);
    }

    private Document document(Plan.Step step, int version, long place, Instant effectiveFrom) {
        var draft = step.draft();
        var from = version == 1 ? Instant.MIN : effectiveFrom;
        return new Document(
                draft.kind(),
                draft.name(),
                version,
                place,
                draft.title(),
                draft.description(),
                draft.metadata(),
                draft.spec(),
                effectiveFrom,
                new Period(from, null),
                now,
                by,
                revision);
    }

    private void promise(Plan.Step step, CatalogueView proposed) {
        var name = new ServiceName(step.draft().name());
        things.own(name.value(), proposed.ownerOf(name).map(team -> team.name().value()).orElse(null));
        proposed.service(name).map(Service::databases).orElse(List.of())
                .forEach(database -> things.takeDatabase(database, name.value()));
    }

    private void refer(Plan.Step step, CatalogueView proposed) {
        var resolved = step.reading().references().stream()
                .filter(reference -> proposed.document(reference.kind(), reference.name()).isPresent())
                .distinct()
                .toList();
        things.refer(step.draft().key(), version(step.draft().key()), resolved);
    }

    private int version(Document.Key key) {
        @Nullable Document document = written.get(key);
        return document == null ? 0 : document.version();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
