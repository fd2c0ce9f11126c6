package dev.holdfast.catalogue;

import dev.holdfast.http.Fault;
import java.util.List;

/** A thing cannot end while others need it: who, and where they say so. */
public final class StillNeeded extends RuntimeException {

    private final transient List<Fault> references;

    StillNeeded(Document.Key key, List<String> references) {
        super(key + " is needed by " + String.join(", ", references), null, false, false);
        this.references = references.stream()
                .map(reference -> reference.split(" ", 2))
                .map(parts -> Fault.at(parts[1], "STATE", parts[0] + " needs " + key))
                .toList();
    }

    public List<Fault> references() {
        return references;
    }
}
