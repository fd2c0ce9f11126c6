package dev.holdfast.portal.web.history;

import dev.holdfast.history.Kind;
import dev.holdfast.history.Look;
import dev.holdfast.history.Mapping;
import dev.holdfast.http.Fault;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.history.HistoryImportPage.Figure;
import dev.holdfast.portal.web.history.HistoryImportPage.Line;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the page on which somebody says what the columns mean. */
final class MappingSheet {

    private static final int FAULTS = 50;
    private static final int SAMPLES = 3;

    private MappingSheet() {}

    static MappingPage page(Look look) {
        var found = look.found();
        var said = found.mapping().said();
        return new MappingPage(
                "/imports/" + found.id(), "%s of %s".formatted(Figures.count(found.rows(), "row"), found.kind().word()), lede(look),
                found.kind().facts().stream().map(fact -> fact(look, fact)).toList(),
                said.getOrDefault(Mapping.TIME_ZONE, ""), said.getOrDefault(Mapping.TIME_FORMAT, ""), figures(look),
                !look.unfit().isEmpty() ? "" : look.tried() == found.rows() ? "All rows were tried; nothing is recorded yet."
                        : "The first %s were tried; nothing is recorded yet.".formatted(Figures.count(look.tried(), "row")),
                faults(look), look.heads(), look.sample(), look.unfit().isEmpty());
    }

    private static String lede(Look look) {
        return look.unfit().isEmpty()
                ? "Look whether the columns say what you mean, then start. Rows with a fault are left out and said."
                : "Say for each fact that is needed which column tells it, or what all rows have in common.";
    }

    private static MappingPage.Fact fact(Look look, Kind.Fact fact) {
        var column = look.found().mapping().column(fact, look.heads());
        var common = !look.heads().contains(column) && column.startsWith("=") ? column.substring(1) : "";
        var place = look.heads().indexOf(column);
        var samples = place < 0 ? "" : look.sample().stream().map(row -> place < row.size() ? row.get(place) : "").filter(cell -> !cell.isEmpty())
                .distinct().limit(SAMPLES).collect(Collectors.joining(" · "));
        var fault = look.unfit().stream().filter(each -> each.path().equals("mapping." + fact.name())).map(Fault::message).findFirst().orElse("");
        return new MappingPage.Fact(fact.name(), fact.label(), fact.needed(), place < 0 ? "" : column, common, samples, fault);
    }

    private static List<Figure> figures(Look look) {
        if (!look.unfit().isEmpty()) return List.of();
        return List.of(
                new Figure("Tried", Figures.count(look.tried())), new Figure("New", Figures.count(look.made())),
                new Figure("Known", Figures.count(look.known())), new Figure("With faults", Figures.count(look.faulty())));
    }

    /** What is wrong with the times, which are no column, then with rows. */
    private static List<Line> faults(Look look) {
        var zone = look.unfit().stream().filter(each -> each.path().startsWith("mapping.time")).map(each -> new Line("Times", each.message()));
        var rows = look.faults().stream().limit(FAULTS).map(each -> new Line(
                "Row " + each.row() + (each.column() == null ? "" : ", " + each.column()), each.message()));
        return Stream.concat(zone, rows).toList();
    }
}
