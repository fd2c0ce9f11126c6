package dev.holdfast.catalogue;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What another module knows about a thing, for its {@code status}: a bean. It may add to {@code missing}. */
public interface StatusPart {

    String kind();

    void describe(String name, Instant at, ObjectNode status);

    /** The same for a list: whoever can asks for all of it at once. */
    default void describe(Map<String, ObjectNode> statuses, Instant at) {
        statuses.forEach((name, status) -> describe(name, at, status));
    }
}
