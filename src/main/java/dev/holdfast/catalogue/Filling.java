package dev.holdfast.catalogue;

import dev.holdfast.search.SearchSource;
import org.springframework.stereotype.Component;

/** What was declared before it could be found. */
@Component
class Filling implements SearchSource {

    private final Documents documents;
    private final DocumentStore store;

    Filling(Documents documents, DocumentStore store) {
        this.documents = documents;
        this.store = store;
    }

    @Override
    public String name() {
        return "catalogue";
    }

    /** All of it at once, while nobody changes it. */
    @Override
    public Part after(long position) {
        store.lock();
        return new Part(documents.snapshot().allLatest().stream().map(Findables::of).toList(), position, true);
    }
}
