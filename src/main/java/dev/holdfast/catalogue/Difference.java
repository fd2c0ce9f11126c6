package dev.holdfast.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The fields in which a document differs from the version before it. */
final class Difference {

    private final List<FieldChange> fields = new ArrayList<>();

    private Difference() {}

    static List<FieldChange> of(@Nullable Document before, Document after) {
        return of(before, new Draft(
                0, after.kind(), after.name(), after.title(), after.description(), after.metadata(), after.spec()));
    }

    static List<FieldChange> of(@Nullable Document before, Draft after) {
        var difference = new Difference();
        difference.compare("metadata.title", text(before == null ? null : before.title()), text(after.title()));
        difference.compare(
                "metadata.description", text(before == null ? null : before.description()), text(after.description()));
        for (var field : List.of("labels", "annotations")) {
            difference.compare(
                    "metadata." + field,
                    before == null ? null : before.metadata().get(field),
                    after.metadata().get(field));
        }
        difference.compare("spec", before == null ? null : before.spec(), after.spec());
        return difference.fields;
    }

    private void compare(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (Objects.equals(before, after)) return;
        if (isObjectOrNothing(before) && isObjectOrNothing(after)) {
            fields(before, after).forEach(field -> compare(path + "." + field, at(before, field), at(after, field)));
        } else if (before != null && after != null && areListsOfAsManyObjects(before, after)) {
            for (var index = 0; index < after.size(); index++) {
                compare(path + "[" + index + "]", before.get(index), after.get(index));
            }
        } else {
            fields.add(new FieldChange(path, before, after));
        }
    }

    private static LinkedHashSet<String> fields(@Nullable JsonNode before, @Nullable JsonNode after) {
        var fields = new LinkedHashSet<String>();
        if (before != null) fields.addAll(before.propertyNames());
        if (after != null) fields.addAll(after.propertyNames());
        return fields;
    }

    private static boolean areListsOfAsManyObjects(JsonNode before, JsonNode after) {
        return before.isArray()
                && after.isArray()
                && before.size() == after.size()
                && before.values().stream().allMatch(JsonNode::isObject)
                && after.values().stream().allMatch(JsonNode::isObject);
    }

    private static boolean isObjectOrNothing(@Nullable JsonNode node) {
        return node == null || node.isObject();
    }

    private static @Nullable JsonNode at(@Nullable JsonNode object, String field) {
        return object == null ? null : object.get(field);
    }

    private static @Nullable JsonNode text(@Nullable String text) {
        return text == null ? null : StringNode.valueOf(text);
    }
}
