package dev.holdfast.catalogue;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the documents of another catalogue, which are told by what stands in them: a bean, one for each catalogue. */
public interface ForeignDocuments {

    /** As people call it: "Backstage". */
    String name();

    boolean isOne(JsonNode document);

    /** All of them at once, since they may name one another. */
    void translate(List<Numbered> documents, Translation into);
}
