package dev.holdfast.tables;

import dev.holdfast.http.Malformed;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A list as CSV, read row after row. */
public final class Table implements AutoCloseable {

    public static final int MOST_ROWS = 200_000;

    private static final int LONGEST_HEAD = 100;

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> heads;
    private final char separator;
    private int rows;

    /**
     * A row that says something.
     *
     * @param number as a spreadsheet counts: the heads are row 1 where nothing stands above them
     * @param line the line of the text at which it ends
     */
    public record Row(long number, long line, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        /** Stripped; empty where the row ends before that column, or there is none. */
        public String cell(int column) {
            return column < 0 || column >= cells.size() ? "" : cells.get(column);
        }
    }

    private Table(CSVParser parser, char separator) {
        this.parser = parser;
        this.records = parser.iterator();
        this.separator = separator;
        this.heads = nextRow().map(Row::cells).orElse(List.of());
        this.rows = 0;
    }

    /** @throws Malformed where it is no table */
    public static Table of(byte[] content) {
        return of(Text.of(content));
    }

    /** @throws Malformed where it is no table */
    public static Table of(String text) {
        var separator = separator(text.lines().filter(line -> !line.isBlank()).findFirst().orElse(""));
        try {
            var format = CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(false).setTrim(true).get();
            return new Table(CSVParser.parse(new StringReader(text), format), separator);
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    /** The heads of what may be a table; empty where its first line is none. */
    public static Optional<List<String>> headsOf(byte[] content) {
        var line = Text.of(content).lines().filter(each -> !each.isBlank()).findFirst().orElse("");
        try (var table = of(line)) {
            return Optional.of(table.heads()).filter(heads -> heads.stream().allMatch(head -> head.length() <= LONGEST_HEAD));
        } catch (Malformed none) {
            return Optional.empty();
        }
    }

    /** In their order, those without a name as empty texts. */
    public List<String> heads() {
        return heads;
    }

    public char separator() {
        return separator;
    }

    /** The place of the first column with that head, from 0; -1 where there is none. */
    public int column(String head) {
        return heads.indexOf(head);
    }

    /**
     * The next row that says something; null after the last.
     *
     * @throws Malformed where it cannot be read, or there are more than {@link #MOST_ROWS}
     */
    public @Nullable Row next() {
        var next = nextRow();
        if (next.isPresent() && ++rows > MOST_ROWS) throw new Malformed("It has more than " + MOST_ROWS + " rows.");
        return next.orElse(null);
    }

    private Optional<Row> nextRow() {
        try {
            while (records.hasNext()) {
                var read = records.next();
                var cells = Arrays.stream(read.values()).map(cell -> cell.replace("\0", "").strip()).toList();
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) return Optional.of(new Row(read.getRecordNumber(), parser.getCurrentLineNumber(), cells));
            }
            return Optional.empty();
        } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException broken) {
            throw unreadable(broken);
        }
    }

    private static char separator(String heads) {
        return List.of(',', ';', '\t').stream()
                .max((one, other) -> Long.compare(count(heads, one), count(heads, other)) != 0
                        ? Long.compare(count(heads, one), count(heads, other))
                        : Character.compare(other, one))
                .filter(most -> count(heads, most) > 0)
                .orElse(',');
    }

    private static long count(String text, char letter) {
        return text.chars().filter(each -> each == letter).count();
    }

    private static Malformed unreadable(Exception broken) {
        var why = broken.getMessage();
        return new Malformed("The table cannot be read" + (why == null ? "." : ": " + why.lines().findFirst().orElse("")));
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
