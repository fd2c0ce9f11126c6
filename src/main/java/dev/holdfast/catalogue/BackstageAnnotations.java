package dev.holdfast.catalogue;

import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Labels, tags and annotations, kept as written; where one is clearly a link, it is one. A key is not kept. */
final class BackstageAnnotations {

    private static final String SLUG = "github.com/project-slug";
    private static final String SOURCE = "backstage.io/source-location";
    private static final Pattern SLUG_FORM = Pattern.compile("[A-Za-z0-9._-]+/[A-Za-z0-9._-]+");
    private static final Set<String> KEYS = Set.of("pagerduty.com/integration-key", "opsgenie.com/api-key");
    private static final int MOST = 100;

    private BackstageAnnotations() {}

    static void keep(JsonNode metadata, Translation.Made made, Translation translation) {
        texts(metadata.path("labels"), made::label);
        var tags = String.join(", ", metadata.path("tags").values().stream().filter(JsonNode::isValueNode).map(JsonNode::asString).toList());
        made.label("tags", tags);
        texts(metadata.path("annotations"), (key, text) -> {
            if (KEYS.contains(key)) {
                translation.warn(made.document(), "metadata.annotations." + key, "SECRET_LEFT_OUT", "A key is not kept: " + key);
            } else if (!key.startsWith("holdfast.dev/")) {
                made.annotate(key, text);
            }
        });
    }

    /** After the links that were said to be links. */
    static void link(JsonNode annotations, Translation.Made made) {
        var slug = annotations.path(SLUG).asString("");
        if (SLUG_FORM.matcher(slug).matches()) made.link("repository", "https://github.com/" + slug);
        var source = annotations.path(SOURCE).asString("");
        if (source.startsWith("url:")) made.link("repository", source.substring("url:".length()).strip());
    }

    private static void texts(JsonNode object, Kept kept) {
        if (!object.isObject()) return;
        object.properties().stream()
                .filter(field -> field.getValue().isValueNode())
                .limit(MOST)
                .forEach(field -> kept.keep(field.getKey(), field.getValue().asString()));
    }

    private interface Kept {

        void keep(String key, String text);
    }
}
