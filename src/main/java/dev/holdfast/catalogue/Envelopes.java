package dev.holdfast.catalogue;

import dev.holdfast.http.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what stands around a spec: apiVersion, kind, metadata. */
final class Envelopes {

    private static final Set<String> FIELDS = Set.of("apiVersion", "kind", "metadata", "spec");
    private static final Set<String> METADATA = Set.of("name", "title", "description", "labels", "annotations");
    private static final int LONGEST_TEXT = 10_000;

    private final Set<String> kinds;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<Document.Key, Integer> seen = new HashMap<>();
    private int document;

    Envelopes(Set<String> kinds) {
        this.kinds = kinds;
    }

    List<Draft> drafts() {
        return drafts;
    }

    List<Fault> faults() {
        return faults;
    }

    void read(int number, JsonNode node) {
        document = number;
        if (!(node instanceof ObjectNode envelope)) {
            fault("", "MALFORMED", "A document is an object with apiVersion, kind, metadata and spec");
            return;
        }
        unknown(envelope, "", FIELDS);
        apiVersion(envelope);
        var kind = kind(envelope);
        var metadata = object(envelope, "metadata", "metadata");
        var spec = object(envelope, "spec", "spec");
        unknown(metadata, "metadata.", METADATA);
        var name = name(metadata);
        var title = text(metadata, "title");
        var description = text(metadata, "description");
        var kept = SpecJson.object();
        keep(metadata, "labels", kept);
        keep(metadata, "annotations", kept);
        if (kind != null && name != null) {
            take(new Draft(number, kind, name, title, description, kept, spec));
        }
    }

    private void take(Draft draft) {
        var before = seen.putIfAbsent(draft.key(), document);
        if (before == null) {
            drafts.add(draft);
        } else {
            fault("metadata.name", "DUPLICATE_NAME", draft.key() + " is document " + before + " already");
        }
    }

    private void apiVersion(ObjectNode envelope) {
        var version = envelope.path("apiVersion");
        if (version.isMissingNode()) {
            fault("apiVersion", "REQUIRED", "apiVersion is required: " + YamlWriter.API_VERSION);
        } else if (!version.isString() || !version.stringValue().equals(YamlWriter.API_VERSION)) {
            fault("apiVersion", "UNKNOWN_VALUE", "apiVersion is " + YamlWriter.API_VERSION);
        }
    }

    private @Nullable String kind(ObjectNode envelope) {
        var kind = envelope.path("kind");
        if (kind.isMissingNode()) {
            fault("kind", "REQUIRED", "kind is required");
        } else if (kind.isString() && kinds.contains(kind.stringValue())) {
            return kind.stringValue();
        } else {
            fault("kind", "UNKNOWN_VALUE", "kind is not one of " + String.join(", ", kinds));
        }
        return null;
    }

    private @Nullable String name(ObjectNode metadata) {
        var name = metadata.path("name");
        if (name.isMissingNode()) {
            fault("metadata.name", "REQUIRED", "metadata.name is required");
        } else if (name.isValueNode() && Names.isName(name.asString())) {
            return name.asString();
        } else {
            fault("metadata.name", "MALFORMED", "A name is made of a-z, 0-9 and -, at most 63 of them");
        }
        return null;
    }

    private @Nullable String text(ObjectNode metadata, String field) {
        var text = metadata.path(field);
        if (text.isMissingNode()) return null;
        if (text.isValueNode() && text.asString().length() <= LONGEST_TEXT) return text.asString();
        fault("metadata." + field, "MALFORMED", field + " is not a text of at most " + LONGEST_TEXT + " characters");
        return null;
    }

    private void keep(ObjectNode metadata, String field, ObjectNode kept) {
        var texts = metadata.path(field);
        if (texts.isMissingNode()) return;
        if (texts.isObject() && texts.values().stream().allMatch(JsonNode::isValueNode)) {
            kept.set(field, texts);
        } else {
            fault("metadata." + field, "MALFORMED", field + " are names with a text each");
        }
    }

    private ObjectNode object(ObjectNode envelope, String field, String path) {
        var value = envelope.path(field);
        if (value instanceof ObjectNode object) return object;
        if (!value.isMissingNode()) {
            fault(path, "MALFORMED", field + " is not an object");
        } else if (field.equals("metadata")) {
            fault(path, "REQUIRED", field + " is required");
        }
        return SpecJson.object();
    }

    private void unknown(ObjectNode object, String before, Set<String> known) {
        for (var field : object.propertyNames()) {
            if (!known.contains(field)) {
                fault(before + field, "UNKNOWN_FIELD", field + " is not a field here");
            }
        }
    }

    private void fault(String path, String code, String message) {
        faults.add(new Fault(document, path, code, message));
    }
}
