package dev.holdfast.catalogue;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What some fields of a kind mean, said by the module that owns them: a bean. {@code read} finds the faults (it gives
 * them to the reader and goes on) and makes the typed value; it is asked again for documents in force, once for each
 * version, and must not fail on what it would no longer accept. It returns null only where there is no value at all.
 */
public interface SpecPart<T> {

    String kind();

    /** The top-level fields of {@code spec} that this part owns; it may read others. */
    Set<String> fields();

    @Nullable T read(SpecReader spec);

    /** What can only be said when the whole file is known. {@code proposed} is the catalogue as it would be. */
    default void check(T value, CatalogueView proposed, SpecReader faults) {}

    /** A document of this kind was made, changed or ended; called in that transaction. */
    default void applied(AppliedDocument document) {}

    /** Adds to the spec that is answered what must not be stored in it, such as {@code "set"} in a secret's place. */
    default void shown(String name, ObjectNode spec) {}
}
