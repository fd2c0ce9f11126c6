package dev.holdfast.integrations.cdevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A package URL such as {@code pkg:oci/bedroom@sha256%3A0b31…?tag=1.418}.
 *
 * @param name without version and qualifiers
 * @param version the tag, or what stands behind the at sign where that is no digest
 */
record Artifact(String name, @Nullable String version, @Nullable String digest) {

    private static final Pattern PURL = Pattern.compile("(pkg:[^@?#]+)(?:@([^?#]+))?(?:\\?([^#]*))?(?:#.*)?");
    private static final Pattern DIGEST = Pattern.compile("sha(256|384|512):[0-9a-fA-F]+");

    static @Nullable Artifact of(@Nullable String purl) {
        if (purl == null) return null;
        var found = PURL.matcher(purl);
        if (!found.matches()) return new Artifact(purl, null, DIGEST.matcher(purl).matches() ? purl : null);
        var behind = found.group(2) == null ? null : decoded(found.group(2));
        var isDigest = behind != null && DIGEST.matcher(behind).matches();
        var tag = qualifier(found.group(3), "tag");
        return new Artifact(found.group(1), tag != null || isDigest ? tag : behind, isDigest ? behind : null);
    }

    private static @Nullable String qualifier(@Nullable String qualifiers, String key) {
        if (qualifiers == null) return null;
        for (var qualifier : qualifiers.split("&")) {
            if (qualifier.startsWith(key + "=")) return decoded(qualifier.substring(key.length() + 1));
        }
        return null;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }
}
