package dev.holdfast.portal.web.frame;

import dev.holdfast.portal.web.frame.ApiPage.Group;
import dev.holdfast.portal.web.frame.ApiPage.Operation;
import dev.holdfast.portal.web.frame.ApiPage.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads the description that programs read (OpenAPI 3.1) into the page. */
final class ApiSheet {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private ApiSheet() {}

    static ApiPage of(JsonNode description) {
        var groups = new TreeMap<String, List<Operation>>();
        description.path("paths").properties().stream().sorted(java.util.Map.Entry.comparingByKey()).forEach(path ->
                METHODS.stream().filter(path.getValue()::has).forEach(method ->
                        groups.computeIfAbsent(group(path.getKey()), word -> new ArrayList<>())
                                .add(operation(method, path.getKey(), path.getValue().path(method)))));
        var count = groups.values().stream().mapToInt(List::size).sum();
        return new ApiPage(
                count + " operations. A program shows a token: Authorization: Bearer hf_…",
                groups.entrySet().stream().map(group -> new Group(group.getKey(), word(group.getKey()), group.getValue())).toList());
    }

    /** The first part of a path that names a thing; a part that stands for many is the catalogue's, what senders of alerts call is one group. */
    private static String group(String path) {
        var parts = path.split("/");
        if (!path.startsWith("/api/v1/") || parts.length < 4) return "senders";
        return parts[3].startsWith("{") ? "catalogue" : parts[3];
    }

    private static String word(String group) {
        if (group.equals("senders")) return "What senders of alerts call";
        var words = group.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Operation operation(String method, String path, JsonNode said) {
        var parameters = said.path("parameters").values().stream().map(ApiSheet::parameter).toList();
        return new Operation(
                method.toUpperCase(Locale.ROOT), path, summary(said), parameters, shape(said.path("requestBody").path("content")),
                answer(said.path("responses")));
    }

    /** What somebody wrote about it, else its name in words. */
    private static String summary(JsonNode said) {
        var written = said.path("summary").asString(said.path("description").asString(""));
        if (!written.isEmpty()) return written;
        var words = said.path("operationId").asString("").replaceAll("_\\d+$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Parameter parameter(JsonNode said) {
        return new Parameter(
                said.path("name").asString(""), said.path("in").asString(""), type(said.path("schema")), said.path("required").asBoolean(false));
    }

    private static String answer(JsonNode responses) {
        return responses.properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .findFirst()
                .map(response -> (response.getKey() + " " + shape(response.getValue().path("content"))).strip())
                .orElse("");
    }

    private static String shape(JsonNode content) {
        return content.values().stream().findFirst().map(media -> type(media.path("schema"))).orElse("");
    }

    private static String type(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) return reference.substring(reference.lastIndexOf('/') + 1);
        var format = schema.path("format").asString("");
        var type = Optional.of(schema.path("type").asString("")).filter(word -> !word.isEmpty()).orElse("any");
        return type.equals("array") ? "list of " + type(schema.path("items")) : format.isEmpty() ? type : format;
    }
}
