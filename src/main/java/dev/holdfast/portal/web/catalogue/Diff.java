package dev.holdfast.portal.web.catalogue;

import dev.holdfast.catalogue.Change;
import dev.holdfast.catalogue.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a change does to one thing, field by field. */
public record Diff(String kind, String name, @Nullable String address, boolean fresh, List<Row> rows) {

    private static final int LONGEST = 400;

    public Diff {
        rows = List.copyOf(rows);
    }

    /** A field, what it is and what it will be; empty where it is not, or will not be. */
    public record Row(String path, String from, String to) {}

    static Diff of(Change change) {
        var fresh = change.action() == Change.Action.CREATE;
        var address = fresh ? null : Kind.of(change.kind()).map(kind -> kind.page(change.name())).orElse(null);
        return new Diff(change.kind(), change.name(), address, fresh, rows(change.fields()));
    }

    public static List<Row> rows(List<FieldChange> fields) {
        return fields.stream().map(field -> new Row(field.path(), shown(field.from()), shown(field.to()))).toList();
    }

    private static String shown(@Nullable JsonNode value) {
        if (value == null || value.isNull()) return "";
        var text = value.isValueNode() ? value.asString() : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
