package dev.holdfast.portal.web.pay;

import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The on-call budget of a year, line by line: planned beside spent and committed. */
public record BudgetPage(
        String heading, String lede, int year, @Nullable Integer next, List<Figure> figures, List<Row> rows, boolean undeclared, boolean mayDeclare) {

    /**
     * A line.
     *
     * @param bar the shares of the plan that are spent and committed; null where nothing is planned
     */
    public record Row(
            String name, @Nullable String address, String kind, String line, String funding, String holder, String planned, String spent,
            String committed, String left, @Nullable Bar bar, Status status, List<Part> apportioned) {}

    /** Geometry in per cent of the widest of plan and cost. */
    public record Bar(String spent, String committedFrom, String committed, String plan, String words) {}

    /** A service's part of a domain's cost. */
    public record Part(String service, String amount) {}
}
