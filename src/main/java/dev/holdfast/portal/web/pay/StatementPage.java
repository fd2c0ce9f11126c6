package dev.holdfast.portal.web.pay;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.Said;
import dev.holdfast.portal.web.Status;
import dev.holdfast.quantities.Because;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement, ready to be read, and what the reader may do with it.
 *
 * @param notYet why it cannot be approved now by who may; null where it can, or where the reader may not
 */
public record StatementPage(
        String id, String heading, String lede, String month, String monthWords, List<Status> facts, List<Figure> figures, List<Row> rows,
        List<Row> unpaid, List<Pair> about, List<Objection> disputes, List<Said> remarks, boolean mayApprove, @Nullable String notYet,
        boolean mayDispute, boolean mayCorrect, List<Choice> lines, FormFaults faults) {

    /** A line: when, what, how long, at which rate, how much, and what it falls on. */
    public record Row(
            String id, String when, String until, String what, @Nullable String address, String dayClass, String hours, String rate, String amount,
            String bearer, @Nullable String bearerAddress, String budgetLine, @Nullable String note, List<Because> why) {}

    /** What the person says about a line. */
    public record Objection(String about, String words, String note) {}

    public StatementPage with(FormFaults refused) {
        return new StatementPage(
                id, heading, lede, month, monthWords, facts, figures, rows, unpaid, about, disputes, remarks, mayApprove, notYet, mayDispute, mayCorrect,
                lines, refused);
    }
}
