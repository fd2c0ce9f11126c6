package dev.holdfast.catalogue;

import dev.holdfast.http.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the documents of other catalogues say, in our words: each thing once, the first that was said. A foreign name
 * becomes ours, the original is kept as title. Nothing is required, and nothing is invented.
 */
public final class Translation {

    private final Map<Document.Key, Integer> taken = new HashMap<>();
    private final Map<Document.Key, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final List<Fault> warnings = new ArrayList<>();

    Translation(List<Draft> ours) {
        ours.forEach(draft -> taken.put(draft.key(), draft.document()));
    }

    /** A thing being translated; its spec is there to be filled. */
    public record Made(int document, String kind, String name, ObjectNode spec, ObjectNode metadata) {

        /** Keeps a text as the other catalogue wrote it; empty and overlong ones are left out. */
        public void annotate(String key, String text) {
            if (!text.isBlank() && text.length() <= LONGEST) metadata.withObject("/annotations").put(key, text);
        }

        public void label(String key, String text) {
            if (!text.isBlank() && text.length() <= LONGEST) metadata.withObject("/labels").put(key, text);
        }

        /** Names a team, and keeps how it was written where that is not how we write it. */
        public void owner(String written, String name) {
            if (name.isEmpty()) return;
            spec.put("owner", name);
            if (!written.equals(name)) annotate(Document.OWNER_AS_WRITTEN, written);
        }

        public void depend(String service) {
            if (service.isEmpty() || service.equals(name)) return;
            var there = spec.path("dependsOn").values().stream().anyMatch(it -> it.path("service").asString("").equals(service));
            if (!there) spec.withArray("dependsOn").addObject().put("service", service).put("via", "hard");
        }

        /** Adds to a list of names, once. */
        public void add(String list, String name) {
            if (name.isEmpty()) return;
            var names = spec.withArray(list);
            if (names.values().stream().noneMatch(it -> it.asString("").equals(name))) names.add(name);
        }

        /** The first of its kind stays; no address, no link. */
        public void link(String kind, String url) {
            if (Links.isAddress(url) && !spec.path("links").has(kind)) spec.withObject("/links").put(kind, url);
        }

        /** Says that the other catalogue holds this person no longer active. */
        public void left() {
            annotate(Document.LEFT, "true");
            spec.put("onCall", false);
        }

        private static final int LONGEST = 1_000;
    }

    /**
     * A thing under our name for it; null where it has no name or is there already, which is a warning.
     *
     * @param written its name as the other catalogue has it
     */
    public @Nullable Made thing(String source, int document, String kind, String written, @Nullable String title) {
        var name = ForeignNames.ours(written);
        if (name.isEmpty()) {
            warn(document, "metadata.name", "MALFORMED", "A document without a name is passed over");
            return null;
        }
        var key = new Document.Key(kind, name);
        var first = taken.putIfAbsent(key, document);
        if (first != null) {
            warn(document, "metadata.name", "DUPLICATE_NAME", key + " is document " + first + " already; the first stays");
            again(key);
            return null;
        }
        var made = new Made(document, kind, name, SpecJson.object(), SpecJson.object());
        made.annotate(Document.IMPORTED_FROM, source);
        var shown = title != null && !title.isBlank() ? title : written.equals(name) ? null : written;
        drafts.put(key, new Draft(document, kind, name, cut(shown), null, made.metadata(), made.spec()));
        return made;
    }

    private void again(Document.Key key) {
        var first = made(key.kind(), key.name());
        if (first == null) return;
        var before = first.metadata().path("annotations").path(Document.ALSO_DECLARED).asString("0");
        first.annotate(Document.ALSO_DECLARED, "" + (Integer.parseInt(before) + 1));
    }

    public void describe(Made made, JsonNode description) {
        if (description.isString()) describe(made, description.stringValue());
    }

    public void describe(Made made, String description) {
        if (!description.isBlank()) {
            drafts.computeIfPresent(new Document.Key(made.kind(), made.name()), (key, draft) -> new Draft(
                    draft.document(), draft.kind(), draft.name(), draft.title(), cut(description.strip()), draft.metadata(), draft.spec()));
        }
    }

    /** Says by which other name the documents of a source call a thing of ours. */
    public void alias(String source, String foreign, String ours) {
        if (!foreign.isBlank()) aliases.putIfAbsent(source + "/" + foreign, ours);
    }

    /** Our name for what a source calls so; empty where nobody has said. */
    public String alias(String source, String foreign) {
        return aliases.getOrDefault(source + "/" + foreign, "");
    }

    /** What was translated under that name. */
    public @Nullable Made made(String kind, String name) {
        var draft = drafts.get(new Document.Key(kind, name));
        return draft == null ? null : new Made(draft.document(), kind, name, draft.spec(), draft.metadata());
    }

    public void warn(int document, String path, String code, String message) {
        warnings.add(new Fault(document, path, code, message));
    }

    List<Draft> drafts() {
        return List.copyOf(drafts.values());
    }

    List<Fault> warnings() {
        return List.copyOf(warnings);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : Objects.requireNonNull(text).substring(0, Math.min(text.length(), 10_000));
    }
}
