package dev.holdfast.history;

import dev.holdfast.tables.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row, read by the columns that were chosen; what is wrong in it is collected. */
final class Cells {

    private static final int LONGEST = 500;
    private static final int LONGEST_NUMBER = 40;
    private static final int BRIEF = 60;

    private final Table.Row row;
    private final Mapping.Bound mapping;
    private final List<RowFault> faults = new ArrayList<>();

    Cells(Table.Row row, Mapping.Bound mapping) {
        this.row = row;
        this.mapping = mapping;
    }

    List<RowFault> faults() {
        return faults;
    }

    /** Null where there is none. */
    @Nullable String text(String fact) {
        return text(fact, LONGEST);
    }

    @Nullable String text(String fact, int longest) {
        var place = mapping.places().get(fact);
        var text = place == null ? "" : place.of(row);
        if (text.length() > longest) refuse(fact, "OUT_OF_RANGE", "This has more than %d characters.".formatted(longest));
        return text.isEmpty() || text.length() > longest ? null : text;
    }

    /** Empty, and a fault, where there is none. */
    String required(String fact) {
        var before = faults.size();
        var text = text(fact);
        if (text == null && faults.size() == before) refuse(fact, "REQUIRED", "This is empty.");
        return text == null ? "" : text;
    }

    <T> @Nullable T choice(String fact, Words<T> words) {
        var text = text(fact);
        if (text == null) return null;
        var meant = words.of(text).orElse(null);
        if (meant == null) refuse(fact, "UNKNOWN_VALUE", "“%s” is none of %s, nor another's word for it.".formatted(brief(text), String.join(", ", words.ours())));
        return meant;
    }

    <T> @Nullable T requiredChoice(String fact, Words<T> words) {
        return required(fact).isEmpty() ? null : choice(fact, words);
    }

    @Nullable Instant instant(String fact, Instant latest) {
        var text = text(fact);
        if (text == null) return null;
        return switch (mapping.times().read(text)) {
            case Times.Read.Not(var code, var why) -> {
                refuse(fact, code, why);
                yield null;
            }
            case Times.Read.At(var at) -> {
                if (at.isAfter(latest)) refuse(fact, "OUT_OF_RANGE", "“%s” is in the future.".formatted(brief(text)));
                yield at;
            }
        };
    }

    @Nullable Instant requiredInstant(String fact, Instant latest) {
        return required(fact).isEmpty() ? null : instant(fact, latest);
    }

    /** A decimal with a point, not negative, at most so much where there is a most. */
    @Nullable BigDecimal number(String fact, @Nullable BigDecimal most) {
        var text = text(fact);
        if (text == null) return null;
        try {
            if (text.length() > LONGEST_NUMBER) throw new NumberFormatException();
            var number = new BigDecimal(text);
            if (Math.abs(number.scale()) > LONGEST_NUMBER) throw new NumberFormatException();
            if (number.signum() >= 0 && (most == null || number.compareTo(most) <= 0)) return number;
            refuse(fact, "OUT_OF_RANGE", "%s is out of bounds.".formatted(brief(text)));
        } catch (NumberFormatException none) {
            refuse(fact, "MALFORMED", "“%s” is no number such as 0.25.".formatted(brief(text)));
        }
        return null;
    }

    void refuse(String fact, String code, String message) {
        faults.add(new RowFault(row.number(), head(fact), code, message));
    }

    String head(String fact) {
        var place = mapping.places().get(fact);
        return place == null ? fact : place.name();
    }

    static String brief(String text) {
        return text.length() > BRIEF ? text.substring(0, text.offsetByCodePoints(0, Math.min(BRIEF, text.codePointCount(0, text.length())))) + "…" : text;
    }
}
