package dev.holdfast.catalogue;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Names of another catalogue as ours: lower case, other characters as hyphens. */
final class BackstageNames {

    private static final int LONGEST = 63;

    private BackstageNames() {}

    static String ours(String name) {
        var ours = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
        return ours.length() <= LONGEST ? ours : ours.substring(0, LONGEST);
    }

    /** The name in a reference such as {@code group:default/Bedroom.Team}. */
    static String referred(JsonNode reference) {
        var text = reference.asString("");
        var afterKind = text.substring(text.indexOf(':') + 1);
        return ours(afterKind.substring(afterKind.lastIndexOf('/') + 1));
    }

    /** What it calls itself; the original name where ours had to differ. */
    static @Nullable String title(JsonNode document, String original, String ours) {
        var title = document.path("metadata").path("title");
        if (title.isString()) return title.stringValue();
        var shown = document.path("spec").path("profile").path("displayName");
        if (shown.isString()) return shown.stringValue();
        return original.equals(ours) ? null : original;
    }
}
