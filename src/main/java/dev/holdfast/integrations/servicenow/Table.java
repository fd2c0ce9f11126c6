package dev.holdfast.integrations.servicenow;

import dev.holdfast.http.Fault;
import dev.holdfast.http.Malformed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** A list of the CMDB: its heads, its rows, and which column tells what. */
record Table(List<String> heads, List<Row> rows, Map<Fact, String> columns) {

    /** A row and its line in the file. */
    record Row(long line, Map<String, String> cells) {}

    /** @throws Malformed where it is no table */
    static Table read(int number, byte[] content, Map<String, String> chosen) {
        try (var table = dev.holdfast.tables.Table.of(content)) {
            var heads = table.heads().stream().filter(head -> !head.isBlank()).toList();
            if (new HashSet<>(heads).size() < heads.size()) throw new Malformed("The table cannot be read: a head stands in it twice");
            var rows = new ArrayList<Row>();
            for (var row = table.next(); row != null; row = table.next()) rows.add(new Row(row.line(), cells(table.heads(), row)));
            return new Table(heads, rows, columns(heads, chosen));
        } catch (Malformed broken) {
            throw new Malformed(new Fault(number, "", "MALFORMED", broken.detail()));
        }
    }

    String cell(Row row, Fact fact) {
        var column = columns.getOrDefault(fact, "");
        return column.isEmpty() ? "" : row.cells().getOrDefault(column, "");
    }

    boolean isOfRelations() {
        return columns.containsKey(Fact.PARENT) && columns.containsKey(Fact.CHILD);
    }

    private static Map<String, String> cells(List<String> heads, dev.holdfast.tables.Table.Row row) {
        var cells = new java.util.HashMap<String, String>();
        for (int column = 0; column < heads.size(); column++) {
            if (!heads.get(column).isBlank()) cells.put(heads.get(column), row.cell(column));
        }
        return cells;
    }

    private static Map<Fact, String> columns(List<String> heads, Map<String, String> chosen) {
        var columns = new java.util.EnumMap<Fact, String>(Fact.class);
        for (var fact : Fact.values()) {
            var column = chosen.containsKey(fact.key()) ? chosen.get(fact.key()) : fact.among(heads).orElse("");
            if (column != null && heads.contains(column)) columns.put(fact, column);
        }
        return columns;
    }
}
