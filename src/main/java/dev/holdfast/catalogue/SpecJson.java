package dev.holdfast.catalogue;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON of documents: decimals keep their digits. */
final class SpecJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private SpecJson() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ObjectNode parse(String json) {
        return (ObjectNode) MAPPER.readTree(json);
    }

    /** JSON without the blanks of its author; null where it is none. */
    static @Nullable String plain(byte[] json) {
        try {
            return MAPPER.writeValueAsString(MAPPER.readTree(json));
        } catch (JacksonException none) {
            return null;
        }
    }

    static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }
}
