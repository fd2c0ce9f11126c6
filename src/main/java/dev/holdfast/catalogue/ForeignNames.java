package dev.holdfast.catalogue;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Names of other catalogues as ours: lower case, other characters as hyphens. */
public final class ForeignNames {

    private static final int LONGEST = 63;

    private ForeignNames() {}

    public static String ours(String name) {
        var ours = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
        return ours.length() <= LONGEST ? ours : ours.substring(0, LONGEST);
    }

    /** The name in a reference such as {@code group:default/Bedroom.Team}; empty where it is no text. */
    public static String referred(JsonNode reference) {
        return reference.isValueNode() ? referred(reference.asString("")) : "";
    }

    public static String referred(String reference) {
        var afterKind = reference.substring(reference.indexOf(':') + 1);
        return ours(afterKind.substring(afterKind.lastIndexOf('/') + 1));
    }

    /** What kind a reference says it is, in lower case; empty where it does not say. */
    static String kind(JsonNode reference) {
        var text = reference.asString("");
        return text.indexOf(':') < 0 ? "" : text.substring(0, text.indexOf(':')).strip().toLowerCase(Locale.ROOT);
    }
}
