package dev.holdfast.integrations.cdevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.integrations.Wire;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Takes CDEvents out of what carries them: a structured CloudEvent, a batch of those, the bare event of the binary mode, or
 * the text that Jenkins' plugin sends under the name of JSON.
 */
final class Envelopes {

    private static final Pattern BYTES = Pattern.compile("BytesCloudEventData\\{value=\\[([-0-9, \\s]*)]");
    private static final String AS_TEXT = "CloudEvent{";

    private Envelopes() {}

    /** Empty where nothing in it can be read. */
    static Optional<List<CDEvent>> read(byte[] body, @Nullable String id, @Nullable String source, @Nullable String type) {
        var text = new String(body, UTF_8).strip();
        if (text.startsWith(AS_TEXT)) return asText(text).map(List::of);
        if (text.startsWith("[")) return batch(text);
        return Wire.json(body).map(json -> List.of(isStructured(json) ? structured(json) : CDEvent.of(json, id, source, type)));
    }

    private static Optional<List<CDEvent>> batch(String text) {
        return Wire.json(("{\"batch\":" + text + "}").getBytes(UTF_8))
                .map(json -> json.path("batch").valueStream().toList())
                .filter(items -> items.stream().allMatch(JsonNode::isObject))
                .map(items -> items.stream().map(item -> isStructured(item) ? structured(item) : CDEvent.of(item, null, null, null)).toList());
    }

    private static boolean isStructured(JsonNode json) {
        return json.has("specversion") && (json.has("data") || json.has("data_base64") || json.has("type"));
    }

    private static CDEvent structured(JsonNode envelope) {
        return CDEvent.of(data(envelope), Wire.text(envelope.path("id")), Wire.text(envelope.path("source")), Wire.text(envelope.path("type")));
    }

    /** An object, one written as a text, or one in base64. */
    private static JsonNode data(JsonNode envelope) {
        var data = envelope.path("data");
        if (data.isObject()) return data;
        return Stream.of(Optional.ofNullable(Wire.text(data)).map(text -> text.getBytes(UTF_8)), decoded(Wire.text(envelope.path("data_base64"))))
                .flatMap(Optional::stream)
                .map(Wire::json)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(data);
    }

    private static Optional<byte[]> decoded(@Nullable String base64) {
        try {
            return Optional.ofNullable(base64).map(Base64.getMimeDecoder()::decode);
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** {@code CloudEvent{id='…', …, data=BytesCloudEventData{value=[123, -62, …]}, extensions={}}}: the bytes are the event. */
    private static Optional<CDEvent> asText(String text) {
        var found = BYTES.matcher(text);
        if (!found.find()) return Optional.empty();
        return bytes(found.group(1)).flatMap(Wire::json).map(json -> CDEvent.of(json, null, null, null));
    }

    private static Optional<byte[]> bytes(String numbers) {
        var values = new ArrayList<Byte>();
        try {
            for (var number : numbers.split(",")) values.add(Byte.parseByte(number.strip()));
        } catch (NumberFormatException broken) {
            return Optional.empty();
        }
        var bytes = new byte[values.size()];
        for (var index = 0; index < bytes.length; index++) bytes[index] = values.get(index);
        return Optional.of(bytes);
    }
}
