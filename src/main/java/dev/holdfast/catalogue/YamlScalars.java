package dev.holdfast.catalogue;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** Plain scalars that are true, false, nothing or a number; everything else keeps its text. */
final class YamlScalars {

    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,18}");

    private YamlScalars() {}

    static JsonNode value(int document, ScalarEvent event) {
        var text = event.getValue();
        event.getTag().filter(tag -> !tag.equals("!")).ifPresent(tag -> {
            throw Unreadable.file(document, "the tag " + tag + ": tags are not taken here");
        });
        checkCharacters(document, text);
        return event.isPlain() && event.getTag().isEmpty() ? plain(text) : StringNode.valueOf(text);
    }

    private static JsonNode plain(String text) {
        if (NOTHING.contains(text)) return NullNode.getInstance();
        if (text.equals("true") || text.equals("false")) return BooleanNode.valueOf(text.equals("true"));
        if (WHOLE.matcher(text).matches() && !text.equals("-0")) return whole(Long.parseLong(text));
        if (DECIMAL.matcher(text).matches()) return decimal(text);
        return StringNode.valueOf(text);
    }

    private static JsonNode whole(long number) {
        var factory = JsonNodeFactory.instance;
        return number == (int) number ? factory.numberNode((int) number) : factory.numberNode(number);
    }

    /** Only one that is written again as it was. */
    private static JsonNode decimal(String text) {
        var decimal = new BigDecimal(text);
        return decimal.toString().equals(text)
                ? SpecJson.parse("{\"n\":" + text + "}").path("n")
                : StringNode.valueOf(text);
    }

    private static void checkCharacters(int document, String text) {
        for (var index = 0; index < text.length(); index++) {
            var character = text.charAt(index);
            if (character == 0) throw Unreadable.file(document, "a NUL character");
            if (!Character.isSurrogate(character)) continue;
            if (!Character.isHighSurrogate(character)
                    || index + 1 == text.length()
                    || !Character.isLowSurrogate(text.charAt(++index))) {
                throw Unreadable.file(document, "half a character");
            }
        }
    }
}
