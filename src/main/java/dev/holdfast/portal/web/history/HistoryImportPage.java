package dev.holdfast.portal.web.history;

import dev.holdfast.history.HistoryImport;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.ReaderTime;
import java.util.List;
import java.util.Objects;

/**
 * An import that was started, and how far it is.
 *
 * @param done of {@code rows}, for a bar
 */
public record HistoryImportPage(
        String address, String name, String heading, String lede, boolean running, int rows, int done, List<Figure> figures, List<Line> faults,
        String more, String when) {

    private static final int SHOWN = 100;

    public record Figure(String label, String value) {}

    /** A fault: where, and what. */
    public record Line(String place, String message) {}

    static HistoryImportPage of(HistoryImport found, ReaderTime time) {
        var faults = found.faults().stream().limit(SHOWN).map(fault -> new Line(
                "Row " + fault.row() + (fault.column() == null ? "" : ", " + fault.column()), fault.message())).toList();
        return new HistoryImportPage(
                "/imports/" + found.id(), Objects.requireNonNullElse(found.name(), found.kind().word()), heading(found), lede(found), !found.isOver(),
                found.rows(), found.done(),
                List.of(
                        new Figure("Rows", Figures.count(found.rows())), new Figure("New", Figures.count(found.made())),
                        new Figure("Known", Figures.count(found.known())), new Figure("With faults", Figures.count(found.faulty()))),
                faults, found.faults().size() > SHOWN ? "The first " + SHOWN + " are shown; the CSV has " + Figures.count(found.faults().size()) + "." : "",
                time.moment(found.madeAt()) + " by " + found.by());
    }

    private static String heading(HistoryImport found) {
        return switch (found.state()) {
            case WAITING -> "Not started";
            case RUNNING -> "%s of %s looked at".formatted(Figures.count(found.done()), Figures.count(found.rows(), "row"));
            case DONE -> found.made() == 0 ? "Nothing was new" : "%s imported".formatted(Figures.count(found.made(), "row"));
            case CHECKED -> "%s would be new".formatted(Figures.count(found.made(), "row"));
        };
    }

    private static String lede(HistoryImport found) {
        if (!found.isOver()) return "It goes on by itself, also when you close this page. What is there already is not recorded twice.";
        return found.faulty() == 0 ? "Every row was taken." : "Rows with a fault were left out. Mend them and send the file again: nothing is there twice.";
    }
}
