package dev.holdfast.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** A list for a spreadsheet: quoted where needed, and no text in it is taken for a formula. A decimal is what it is. */
public final class Csv {

    private final StringBuilder text = new StringBuilder();

    public Csv(String... head) {
        row(List.of(head));
    }

    public Csv row(List<?> cells) {
        text.append(line(cells));
        return this;
    }

    /** One row with its end, for a list that is written as it is read. */
    public static String line(List<?> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    public String text() {
        return text.toString();
    }

    private static String cell(Object content) {
        if (content instanceof BigDecimal decimal) return decimal.toPlainString();
        var value = content.toString();
        var safe = !value.isEmpty() && "=+-@\t\r\n|%".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
