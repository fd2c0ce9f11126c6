package dev.holdfast.portal.web.history;

import java.util.List;

/** A list before it is started: which column says what, and what becomes of its first rows. */
public record MappingPage(
        String address, String heading, String lede, List<Fact> facts, String zone, String format, List<HistoryImportPage.Figure> figures, String looked,
        List<HistoryImportPage.Line> faults, List<String> heads, List<List<String>> sample, boolean mayStart) {

    /**
     * What a column may tell.
     *
     * @param common what all rows have in common; empty where a column tells it or nothing does
     * @param fault why it cannot be read so; empty where it can
     */
    public record Fact(String name, String label, boolean needed, String chosen, String common, String samples, String fault) {}
}
