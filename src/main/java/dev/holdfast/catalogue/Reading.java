package dev.holdfast.catalogue;

import dev.holdfast.http.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One document being read: what was asked for, what is wrong with it, what it refers to. */
final class Reading {

    final String kind;
    final String name;
    final @Nullable String title;
    final @Nullable String description;
    final boolean imported;

    private final @Nullable Integer document;
    private final ObjectNode spec;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> warnings = new ArrayList<>();
    private final Set<Reference> references = new LinkedHashSet<>();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Map<String, ObjectNode> opened = new LinkedHashMap<>();
    private final Set<String> read = new LinkedHashSet<>();

    private Reading(
            @Nullable Integer document,
            String kind,
            String name,
            @Nullable String title,
            @Nullable String description,
            boolean imported,
            ObjectNode spec) {
        this.document = document;
        this.kind = kind;
        this.name = name;
        this.title = title;
        this.description = description;
        this.imported = imported;
        this.spec = spec;
    }

    static Reading of(Draft draft) {
        return new Reading(
                draft.document(),
                draft.kind(),
                draft.name(),
                draft.title(),
                draft.description(),
                draft.isImported(),
                draft.spec());
    }

    /** A document that was accepted once: its faults are nobody's concern any more. */
    static Reading of(Document document) {
        return new Reading(
                null,
                document.kind(),
                document.name(),
                document.title(),
                document.description(),
                document.isImported(),
                document.spec());
    }

    boolean isIncoming() {
        return document != null;
    }

    SpecReader spec() {
        return new SpecReader(this, "spec", spec);
    }

    void fault(String path, String code, String message) {
        faults.add(new Fault(document, path, code, message));
    }

    void warn(String path, String code, String message) {
        warnings.add(new Fault(document, path, code, message));
    }

    void refer(String path, String toKind, String toName) {
        references.add(new Reference(path, toKind, toName));
    }

    void secret(String path, String value) {
        secrets.put(path, value);
    }

    void saw(String path) {
        read.add(path);
    }

    void open(String path, ObjectNode node) {
        opened.put(path, node);
    }

    /** Fields of opened objects that nobody asked for. */
    void faultUnread() {
        opened.forEach((path, node) -> {
            for (var field : node.propertyNames()) {
                var at = path + "." + field;
                if (!read.contains(at)) {
                    fault(at, "UNKNOWN_FIELD", field + " is not a field here");
                }
            }
        });
        opened.clear();
    }

    List<Fault> faults() {
        return faults;
    }

    List<Fault> warnings() {
        return warnings;
    }

    Set<Reference> references() {
        return references;
    }

    Map<String, String> secrets() {
        return secrets;
    }
}
