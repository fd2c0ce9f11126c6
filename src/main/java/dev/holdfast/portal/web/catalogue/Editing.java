package dev.holdfast.portal.web.catalogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sent of a document.
 *
 * @param name null where it is new
 * @param fields what was typed, by the paths of fields; {@code yaml} is the text
 */
record Editing(Kind kind, @Nullable String name, Map<String, String> fields) {

    boolean asText() {
        return fields.getOrDefault("as", "").equals("yaml");
    }

    String text() {
        return fields.getOrDefault("yaml", "").replace("\r\n", "\n");
    }

    String newName() {
        return fields.getOrDefault("name", "").strip();
    }

    /** Only what was shown is applied. */
    boolean applies(String print) {
        return fields.getOrDefault("step", "").equals("apply") && fields.getOrDefault("shown", "").equals(print);
    }

    int base() {
        var base = fields.getOrDefault("base", "0");
        return base.matches("\\d{1,9}") ? Integer.parseInt(base) : 0;
    }

    String address() {
        return name == null ? kind.make() : kind.edit(name);
    }
}
