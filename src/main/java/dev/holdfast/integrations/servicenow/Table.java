package dev.holdfast.integrations.servicenow;

import dev.holdfast.http.Fault;
import dev.holdfast.http.Malformed;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A list as CSV: its heads, and its rows. What is not UTF-8 is Windows-1252, in which it is exported by default. */
record Table(List<String> heads, List<Row> rows, Map<Fact, String> columns) {

    private static final int MOST_ROWS = 200_000;
    private static final int LONGEST_HEAD = 100;

    /** A row and its line in the file. */
    record Row(long line, Map<String, String> cells) {}

    /** @throws Malformed where it is no table */
    static Table read(int number, byte[] content, Map<String, String> chosen) {
        try (var parser = format().parse(new StringReader(text(content)))) {
            var heads = parser.getHeaderNames().stream().filter(head -> !head.isBlank()).toList();
            var rows = new ArrayList<Row>();
            for (CSVRecord line : parser) {
                if (rows.size() == MOST_ROWS) throw unreadable(number, "It has more than " + MOST_ROWS + " rows");
                rows.add(new Row(parser.getCurrentLineNumber(), line.toMap()));
            }
            return new Table(heads, rows, columns(heads, chosen));
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException broken) {
            throw unreadable(number, "The table cannot be read" + (broken.getMessage() == null ? "" : ": " + broken.getMessage().lines().findFirst().orElse("")));
        }
    }

    static Optional<List<String>> heads(byte[] content) {
        var line = text(content).lines().findFirst().orElse("");
        try (var parser = format().parse(new StringReader(line))) {
            return Optional.of(parser.getHeaderNames()).filter(heads -> heads.stream().allMatch(head -> head.length() <= LONGEST_HEAD));
        } catch (IOException | IllegalArgumentException | IllegalStateException none) {
            return Optional.empty();
        }
    }

    String cell(Row row, Fact fact) {
        var column = columns.getOrDefault(fact, "");
        return column.isEmpty() ? "" : row.cells().getOrDefault(column, "").replace("\0", "").strip();
    }

    boolean isOfRelations() {
        return columns.containsKey(Fact.PARENT) && columns.containsKey(Fact.CHILD);
    }

    private static Map<Fact, String> columns(List<String> heads, Map<String, String> chosen) {
        var columns = new java.util.EnumMap<Fact, String>(Fact.class);
        for (var fact : Fact.values()) {
            var column = chosen.containsKey(fact.key()) ? chosen.get(fact.key()) : fact.among(heads).orElse("");
            if (column != null && heads.contains(column)) columns.put(fact, column);
        }
        return columns;
    }

    private static CSVFormat format() {
        return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true)
                .setAllowMissingColumnNames(true).setTrim(true).get();
    }

    private static String text(byte[] content) {
        var text = decoded(content);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String decoded(byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException other) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }

    private static Malformed unreadable(int number, String why) {
        return new Malformed(new Fault(number, "", "MALFORMED", why));
    }
}
