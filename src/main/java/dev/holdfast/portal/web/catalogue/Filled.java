package dev.holdfast.portal.web.catalogue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was typed into a form, put into the document that it is about; what nobody touched stays as it was written. */
final class Filled {

    private Filled() {}

    static void into(ObjectNode envelope, List<Field> fields, Map<String, String> typed) {
        for (var field : fields) {
            if (!typed.containsKey(field.path())) continue;
            var value = typed.getOrDefault(field.path(), "").replace("\r\n", "\n").strip();
            if (!value.equals(now(envelope, field.path()))) put(envelope, field, value);
        }
    }

    /** As a form shows it. */
    static String now(ObjectNode envelope, String path) {
        var node = envelope.path(part(path));
        for (var step : path.split("\\.")) node = node.path(step);
        if (node.isObject()) node = node.path("url");
        if (node.isArray()) return node.values().stream().map(JsonNode::asString).collect(Collectors.joining("\n"));
        return node.isValueNode() ? node.asString("").strip() : "";
    }

    private static void put(ObjectNode envelope, Field field, String value) {
        var steps = field.path().split("\\.");
        var into = envelope.withObject("/" + part(field.path()));
        for (var index = 0; index < steps.length - 1; index++) into = into.withObject("/" + steps[index]);
        var last = steps[steps.length - 1];
        if (value.isEmpty()) {
            into.remove(last);
            if (into.isEmpty() && steps.length > 1) envelope.withObject("/" + part(field.path())).remove(steps[0]);
        } else if (field.look() == Field.Look.NAMES) {
            var names = into.putArray(last);
            for (var name : value.split("[,\\s]+")) if (!name.isEmpty()) names.add(name);
        } else if (into.path(last) instanceof ObjectNode dated) {
            dated.put("url", value);
        } else if (value.matches("\\d{1,15}") && field.path().startsWith("exposurePerHour")) {
            into.put(last, Long.parseLong(value));
        } else if (value.equals("true") || value.equals("false")) {
            into.put(last, value.equals("true"));
        } else {
            into.put(last, value);
        }
    }

    private static String part(String path) {
        return Fields.isMetadata(path) ? "metadata" : "spec";
    }
}
