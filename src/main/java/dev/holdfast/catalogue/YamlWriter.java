package dev.holdfast.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents written so that they are read as they were. */
final class YamlWriter {

    static final String API_VERSION = "holdfast.dev/v1";

    private YamlWriter() {}

    static String write(Document document, ObjectNode spec) {
        return write(envelope(document, spec));
    }

    static ObjectNode envelope(Document document, ObjectNode spec) {
        var envelope = SpecJson.object().put("apiVersion", API_VERSION).put("kind", document.kind());
        var metadata = envelope.putObject("metadata").put("name", document.name());
        if (document.title() != null) metadata.put("title", document.title());
        if (document.description() != null) metadata.put("description", document.description());
        metadata.setAll(document.metadata().deepCopy());
        envelope.set("spec", spec);
        return envelope;
    }

    static String write(ObjectNode envelope) {
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSchema(new CoreSchema())
                .setDereferenceAliases(true)
                .setWidth(120)
                .build();
        return new Dump(settings).dumpToString(plain(envelope));
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isObject()) {
            var map = new LinkedHashMap<String, @Nullable Object>();
            node.properties().forEach(field -> map.put(field.getKey(), plain(field.getValue())));
            return map;
        }
        if (node.isArray()) {
            var list = new ArrayList<@Nullable Object>();
            node.values().forEach(element -> list.add(plain(element)));
            return list;
        }
        if (node.isNull()) return null;
        if (node.isBoolean()) return node.booleanValue();
        if (node.isIntegralNumber()) return node.bigIntegerValue();
        return node.isNumber() ? node.decimalValue() : node.asString();
    }
}
