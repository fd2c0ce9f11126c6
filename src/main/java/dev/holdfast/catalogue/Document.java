package dev.holdfast.catalogue;

import dev.holdfast.quantities.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One version of a document. {@code spec} and {@code metadata} are shared: read them, never change them. {@code place}
 * is the order in which things were first applied.
 */
public record Document(
        String kind,
        String name,
        int version,
        long place,
        @Nullable String title,
        @Nullable String description,
        ObjectNode metadata,
        ObjectNode spec,
        Instant effectiveFrom,
        Period inForce,
        Instant recordedAt,
        String recordedBy,
        long revision) {

    /** In the metadata of what another catalogue said: it may be incomplete and name what is not there. */
    public static final String IMPORTED_FROM = "holdfast.dev/imported-from";

    /** The owner's name as another catalogue wrote it. */
    public static final String OWNER_AS_WRITTEN = "holdfast.dev/owner-as-written";

    /** That another catalogue holds this person no longer active. */
    public static final String LEFT = "holdfast.dev/left";

    /** How often more a thing was declared by another catalogue than once. */
    public static final String ALSO_DECLARED = "holdfast.dev/also-declared";

    /** Databases that another service has as its own already. */
    public static final String DATABASES_WANTED = "holdfast.dev/databases-wanted";

    public Key key() {
        return new Key(kind, name);
    }

    /** A text that is kept beside the spec; empty where there is none. */
    public String annotation(String key) {
        return metadata.path("annotations").path(key).asString("");
    }

    public boolean isImported() {
        return metadata.path("annotations").has(IMPORTED_FROM);
    }

    boolean isOpen() {
        return inForce.to() == null;
    }

    /** Whether it is in force at that instant or after it; what was replaced before it began never is. */
    boolean reaches(Instant from) {
        var to = inForce.to();
        return to == null || to.isAfter(from) && to.isAfter(inForce.from());
    }

    /** What a thing is known by. */
    public record Key(String kind, String name) {

        @Override
        public String toString() {
            return kind + "/" + name;
        }
    }
}
