package dev.holdfast.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A document in memory, with what its parts make of it. */
final class Held {

    private final Document document;
    private final Map<SpecPart<?>, Optional<?>> parts;

    Held(Document document) {
        this(document, new ConcurrentHashMap<>());
    }

    private Held(Document document, Map<SpecPart<?>, Optional<?>> parts) {
        this.document = document;
        this.parts = parts;
    }

    Document document() {
        return document;
    }

    /** The same version, in force otherwise than before. */
    Held as(Document same) {
        return same.spec().equals(document.spec()) ? new Held(same, parts) : new Held(same);
    }

    @SuppressWarnings("unchecked")
    <T> Optional<T> part(SpecPart<T> part) {
        return (Optional<T>) parts.computeIfAbsent(part, this::read);
    }

    private Optional<?> read(SpecPart<?> part) {
        return Optional.ofNullable(part.read(Reading.of(document).spec()));
    }
}
