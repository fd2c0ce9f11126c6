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

    /** A cell as it was before it was kept from being taken for a formula. */
    public static String plain(String cell) {
        return cell.startsWith("'") && beginsFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean beginsFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n|%".indexOf(text.charAt(0)) >= 0;
    }

    private static String cell(Object content) {
        if (content instanceof BigDecimal decimal) return decimal.toPlainString();
        var value = content.toString();
        var safe = beginsFormula(value) ? "'" + value : value;
        return safe.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
