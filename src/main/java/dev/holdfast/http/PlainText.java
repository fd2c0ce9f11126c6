package dev.holdfast.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Text without what neither a database nor a person can read: NUL, and halves of characters. */
final class PlainText extends StdDeserializer<String> {

    PlainText() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser json, DeserializationContext context) {
        var text = StringDeserializer.instance.deserialize(json, context);
        if (text != null && !isReadable(text)) {
            throw context.weirdStringException(null, String.class, "holds NUL or half of a character");
        }
        return text;
    }

    static boolean isReadable(String text) {
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (character == 0 || Character.isLowSurrogate(character)) return false;
            if (Character.isHighSurrogate(character)) {
                at++;
                if (at == text.length() || !Character.isLowSurrogate(text.charAt(at))) return false;
            }
        }
        return true;
    }
}
