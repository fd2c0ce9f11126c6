package dev.holdfast.catalogue;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A document of a file whose envelope is right. {@code spec} is its own to change. */
record Draft(
        int document,
        String kind,
        String name,
        @Nullable String title,
        @Nullable String description,
        ObjectNode metadata,
        ObjectNode spec) {

    Document.Key key() {
        return new Document.Key(kind, name);
    }

    boolean isImported() {
        return metadata.path("annotations").has(Document.IMPORTED_FROM);
    }
}
