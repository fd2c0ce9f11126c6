package dev.holdfast.portal.web;

import dev.holdfast.http.Unprocessable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a form sent: its fields, of which an empty one counts as not given. */
public record Form(Map<String, String> fields) {

    public Form {
        fields = Map.copyOf(fields);
    }

    public @Nullable String text(String field) {
        var value = fields.getOrDefault(field, "").strip();
        return value.isEmpty() ? null : value;
    }

    public String required(String field, String message) {
        var value = text(field);
        if (value == null) throw Unprocessable.of(field, "REQUIRED", message);
        return value;
    }

    /** A number as people write it: with a comma between thousands, or a sign of money or per cent. */
    public BigDecimal number(String field, String message) {
        var value = required(field, message).replaceAll("[,\\s%$€£]", "");
        if (!value.matches("\\d{1,15}(\\.\\d{1,6})?")) throw Unprocessable.of(field, "MALFORMED", message);
        return new BigDecimal(value);
    }

    /** What was typed, to be shown again; without secrets. */
    public Map<String, String> typed() {
        var typed = new HashMap<>(fields);
        typed.remove("password");
        typed.remove("_csrf");
        return typed;
    }
}
