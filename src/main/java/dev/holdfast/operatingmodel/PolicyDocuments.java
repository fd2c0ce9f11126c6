package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The policy's words: the spec of the organisation, or the example's until there is one. */
final class PolicyDocuments {

    private static final String EXAMPLE = "example-policy.json";

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private PolicyDocuments() {}

    /** With decimals as decimals, whoever read them first. */
    static ObjectNode exact(ObjectNode spec) {
        return (ObjectNode) EXACT.readTree(EXACT.writeValueAsString(spec));
    }

    static ObjectNode spec(CatalogueView view) {
        return view.organisation()
                .flatMap(organisation -> view.document(PolicyPart.KIND, organisation.name()))
                .map(Document::spec)
                .orElseGet(PolicyDocuments::example)
                .deepCopy();
    }

    static ObjectNode example() {
        try (var words = PolicyDocuments.class.getResourceAsStream(EXAMPLE)) {
            return (ObjectNode) JsonMapper.shared().readTree(words);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
