package dev.holdfast.integrations;

import dev.holdfast.keys.Sha256;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reading what others send: generous with their spelling, strict with ourselves. */
public final class Wire {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter WITHOUT_COLON = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HHmm", "Z")
            .toFormatter();
    private static final Pattern SPACED = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?) ?(UTC|Z|[+-]\\d\\d:?\\d\\d)");
    private static final Instant LONG_AGO = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant FAR_AHEAD = Instant.parse("2200-01-01T00:00:00Z");

    private Wire() {}

    /** The body as JSON, whatever its content type says; empty where it is none. */
    public static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** A plain value as text, without what a database cannot hold; null for what is no plain value or blank. */
    public static @Nullable String text(JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            return null;
        }
        var text = clean(value.asString());
        return text.isBlank() ? null : text;
    }

    /** At most so many characters, never half of one. */
    public static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** An instant in any of the forms that senders use; null for what is none, or a zero date. */
    public static @Nullable Instant instant(@Nullable String text) {
        if (text == null) {
            return null;
        }
        for (var format : new DateTimeFormatter[] {DateTimeFormatter.ISO_OFFSET_DATE_TIME, WITHOUT_COLON}) {
            try {
                var instant = OffsetDateTime.parse(joined(text), format).toInstant();
                return instant.isBefore(LONG_AGO) || instant.isAfter(FAR_AHEAD) ? null : instant;
            } catch (DateTimeException e) {
                continue;
            }
        }
        return null;
    }

    /** {@code 2026-03-29 01:30:00 +0100} and {@code 2026-03-29 00:30:00 UTC} as ISO 8601 writes them. */
    private static String joined(String text) {
        var spaced = SPACED.matcher(text);
        return spaced.matches() ? spaced.group(1) + "T" + spaced.group(2) + (spaced.group(3).equals("UTC") ? "Z" : spaced.group(3)) : text;
    }

    /** The plain values of an object by their names. */
    public static Map<String, String> plain(JsonNode object) {
        var values = new LinkedHashMap<String, String>();
        object.properties().forEach(property -> {
            var value = text(property.getValue());
            if (value != null) {
                values.put(clean(property.getKey()), value);
            }
        });
        return values;
    }

    public static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    /** SHA-256 in hex, cut to so many digits. */
    public static String digest(String text, int digits) {
        return Sha256.hex(text).substring(0, digits);
    }
}
