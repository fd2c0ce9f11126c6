package dev.holdfast.catalogue;

import dev.holdfast.http.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Fits what another catalogue said to what is there: fields of which it cannot speak stay as they are, and of a database
 * that has its consumer already the wish is kept, and not the claim.
 */
final class Settling {

    private static final Map<String, Set<String>> SPOKEN = Map.of(
            ServicePart.KIND, Set.of("owner", "domain", "lifecycle", "dependsOn", "databases", "links"),
            TeamPart.KIND, Set.of("members"),
            PersonPart.KIND, Set.of("email"));

    private final Snapshot snapshot;
    private final Map<String, String> consumers = new HashMap<>();
    private final List<Fault> warnings = new ArrayList<>();

    private Settling(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Changes the drafts; answers what there is to say of it. */
    static List<Fault> of(List<Draft> drafts, Snapshot snapshot) {
        if (drafts.stream().noneMatch(Draft::isImported)) return List.of();
        var settling = new Settling(snapshot);
        settling.consumers(drafts);
        drafts.stream().filter(Draft::isImported).forEach(settling::settle);
        return settling.warnings;
    }

    private void consumers(Collection<Draft> drafts) {
        var inFile = new HashSet<Document.Key>();
        drafts.forEach(draft -> inFile.add(draft.key()));
        snapshot.allLatest().stream()
                .filter(document -> document.kind().equals(ServicePart.KIND) && !inFile.contains(document.key()))
                .forEach(document -> take(document.name(), document.spec()));
        drafts.stream()
                .filter(draft -> draft.kind().equals(ServicePart.KIND) && !draft.isImported())
                .forEach(draft -> take(draft.name(), draft.spec()));
    }

    private void take(String service, JsonNode spec) {
        spec.path("databases").values().forEach(database -> consumers.putIfAbsent(database.asString(""), service));
    }

    private void settle(Draft draft) {
        snapshot.latest(draft.key()).ifPresent(before -> keepUnspoken(draft, before));
        if (draft.kind().equals(ServicePart.KIND)) databases(draft);
    }

    private static void keepUnspoken(Draft draft, Document before) {
        var spoken = SPOKEN.getOrDefault(draft.kind(), Set.of());
        before.spec().properties().stream()
                .filter(field -> !spoken.contains(field.getKey()) && !draft.spec().has(field.getKey()))
                .filter(field -> !field.getKey().equals("effectiveFrom"))
                .forEach(field -> draft.spec().set(field.getKey(), field.getValue().deepCopy()));
    }

    private void databases(Draft draft) {
        var wanted = new ArrayList<String>();
        var names = List.copyOf(draft.spec().path("databases").values());
        for (var index = names.size() - 1; index >= 0; index--) {
            var database = names.get(index).asString("");
            var consumer = consumers.putIfAbsent(database, draft.name());
            if (consumer == null || consumer.equals(draft.name())) continue;
            draft.spec().withArray("databases").remove(index);
            wanted.addFirst(database);
            warnings.add(new Fault(draft.document(), "spec.databases", "DATABASE_TAKEN",
                    database + " has the service " + consumer + " as its consumer already"));
        }
        if (draft.spec().path("databases").isEmpty()) draft.spec().remove("databases");
        if (wanted.isEmpty()) return;
        draft.metadata().withObject("/annotations").put(Document.DATABASES_WANTED, String.join(" ", wanted));
    }
}
