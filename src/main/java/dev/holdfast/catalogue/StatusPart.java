package dev.holdfast.catalogue;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** What another module knows about a thing, for its {@code status}: a bean. It may add to {@code missing}. */
public interface StatusPart {

    String kind();

    void describe(String name, Instant at, ObjectNode status);
}
