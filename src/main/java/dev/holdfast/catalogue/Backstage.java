package dev.holdfast.catalogue;

import dev.holdfast.http.Fault;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Documents of another catalogue: read as far as they say something, never refused for what they do not say. */
final class Backstage {

    private final List<Fault> warnings = new ArrayList<>();
    private final List<YamlReader.Numbered> documents = new ArrayList<>();

    static boolean isOne(JsonNode node) {
        return node.path("apiVersion").asString("").startsWith("backstage.io/");
    }

    void take(YamlReader.Numbered document) {
        documents.add(document);
    }

    /** As drafts of ours, beside those that the file has in our own words. */
    List<Draft> drafts(List<Draft> ours) {
        var reading = new BackstageReading(ours, warnings);
        return reading.read(documents);
    }

    List<Fault> warnings() {
        return warnings;
    }
}
