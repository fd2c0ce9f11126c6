package dev.holdfast.catalogue;

/** That a document names another, and where. */
record Reference(String path, String kind, String name) {

    Document.Key target() {
        return new Document.Key(kind, name);
    }
}
