package dev.holdfast.operatingmodel;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes the policy by the one door for it: the Organisation document. */
@Service
public class PolicyChanges {

    private static final String FIRST = "organisation";
    private static final String FROM = "effectiveFrom";
    private static final String ANNOTATIONS = "annotations";

    private final Documents documents;
    private final Catalogue catalogue;
    private final Policies policies;
    private final Clock clock;

    PolicyChanges(Documents documents, Catalogue catalogue, Policies policies, Clock clock) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.policies = policies;
        this.clock = clock;
    }

    /** The whole spec, in the place of the one before. What is in force already changes nothing. */
    public PolicyVersion change(Viewer viewer, ObjectNode spec) {
        return change(viewer, PolicyDocuments.exact(spec), null);
    }

    /** Some fields of the spec in the place of those in force, from an instant on or at once, and why. */
    public PolicyVersion change(Viewer viewer, ObjectNode fields, @Nullable Instant effectiveFrom, String reason) {
        var spec = PolicyDocuments.spec(documents.at(clock.instant()));
        spec.remove(FROM);
        fields.properties().forEach(field -> spec.set(field.getKey(), field.getValue()));
        if (effectiveFrom != null) {
            spec.put(FROM, effectiveFrom.toString());
        }
        return change(viewer, PolicyDocuments.exact(spec), reason);
    }

    private PolicyVersion change(Viewer viewer, ObjectNode spec, @Nullable String reason) {
        var now = clock.instant();
        var organisation = organisation(documents.at(now));
        if (organisation.filter(document -> isInForce(document, spec)).isEmpty()) {
            catalogue.apply(document(organisation, spec, reason), viewer, false);
        }
        return policies.versions(clock.instant()).getFirst();
    }

    private static Optional<Document> organisation(CatalogueView view) {
        return view.organisation().flatMap(it -> view.document(PolicyPart.KIND, it.name()));
    }

    /** The same words, from no other instant on. */
    private static boolean isInForce(Document document, ObjectNode spec) {
        var from = spec.path(FROM).asString("");
        var said = document.spec().path(FROM).asString("");
        var sameInstant = from.isEmpty() || from.equals(said) || from.equals(document.effectiveFrom().toString());
        return sameInstant && without(PolicyDocuments.exact(document.spec())).equals(without(spec));
    }

    private static ObjectNode without(ObjectNode spec) {
        var rest = spec.deepCopy();
        rest.remove(FROM);
        return rest;
    }

    private static ObjectNode document(Optional<Document> organisation, ObjectNode spec, @Nullable String reason) {
        var document = JsonNodeFactory.instance.objectNode().put("apiVersion", "holdfast.dev/v1").put("kind", PolicyPart.KIND);
        var metadata = document.putObject("metadata");
        organisation.ifPresent(before -> metadata.setAll(before.metadata().deepCopy()));
        metadata.put("name", organisation.map(Document::name).orElse(FIRST));
        organisation.map(Document::title).ifPresent(title -> metadata.put("title", title));
        organisation.map(Document::description).ifPresent(text -> metadata.put("description", text));
        because(metadata, reason);
        document.set("spec", spec);
        return document;
    }

    private static void because(ObjectNode metadata, @Nullable String reason) {
        var annotations = metadata.path(ANNOTATIONS).isObject() ? (ObjectNode) metadata.get(ANNOTATIONS) : metadata.putObject(ANNOTATIONS);
        annotations.remove(PolicyEdition.REASON);
        if (reason != null) {
            annotations.put(PolicyEdition.REASON, reason);
        }
        if (annotations.isEmpty()) {
            metadata.remove(ANNOTATIONS);
        }
    }
}
