package dev.holdfast.catalogue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** One document as it grows. A field without a value is left out: it is unset. */
final class YamlTree {

    private static final int DEEPEST = 40;
    private static final int LONGEST_KEY = 200;

    private final int document;
    private final Deque<Open> open = new ArrayDeque<>();
    private JsonNode root = NullNode.getInstance();

    YamlTree(int document) {
        this.document = document;
    }

    JsonNode root() {
        return root;
    }

    void open(Event event, Map<Anchor, JsonNode> anchors) {
        var start = (CollectionStartEvent) event;
        if (start.getTag().isPresent()) {
            throw Unreadable.file(document, "the tag " + start.getTag().get() + ": tags are not taken here");
        }
        if (open.size() >= DEEPEST) {
            throw Unreadable.file(document, "nested more than " + DEEPEST + " deep");
        }
        JsonNode node = event instanceof MappingStartEvent ? SpecJson.object() : SpecJson.object().arrayNode();
        start.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        add(node);
        open.push(new Open(node));
    }

    void close() {
        open.pop();
    }

    boolean isOpen(JsonNode node) {
        return open.stream().anyMatch(each -> each.node == node);
    }

    void add(JsonNode value) {
        var into = open.peek();
        if (into == null) {
            root = value;
        } else if (into.node instanceof ArrayNode list) {
            list.add(value);
        } else if (into.key == null) {
            into.key = key(into, value);
        } else {
            put((ObjectNode) into.node, into.key, value);
            into.key = null;
        }
    }

    private String key(Open into, JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            throw Unreadable.file(document, "a key is a text");
        }
        var key = value.asString();
        if (key.length() > LONGEST_KEY) {
            throw Unreadable.file(document, "a key of more than " + LONGEST_KEY + " characters");
        }
        if (!into.keys.add(key)) {
            throw Unreadable.file(document, "the key " + key + " stands twice in one object");
        }
        return key;
    }

    private static void put(ObjectNode object, String key, JsonNode value) {
        if (!value.isNull()) {
            object.set(key, value);
        }
    }

    private static final class Open {

        final JsonNode node;
        final Set<String> keys = new HashSet<>();
        @Nullable String key;

        Open(JsonNode node) {
            this.node = node;
        }
    }
}
