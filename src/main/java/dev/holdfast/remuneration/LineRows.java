package dev.holdfast.remuneration;

import dev.holdfast.operatingmodel.Remuneration.Per;
import dev.holdfast.operatingmodel.Remuneration.Rate;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** A row of {@code remuneration.line}. */
final class LineRows {

    private LineRows() {}

    static Line line(ResultSet row, Why why) throws SQLException {
        var dayClass = row.getString("day_class");
        var rate = row.getBigDecimal("rate_amount");
        return new Line(
                row.getString("id"), Rows.choice(Line.Kind.class, row.getString("kind")), Rows.instant(row, "starts_at"),
                Rows.instant(row, "ends_at"), row.getBigDecimal("hours"), dayClass == null ? null : Rows.choice(DayClass.class, dayClass),
                rate == null ? null : new Rate(rate, Rows.choice(Per.class, row.getString("rate_per"))), row.getBigDecimal("amount"),
                row.getString("schedule"), row.getString("incident"), bearer(row), row.getString("budget_line"), row.getString("holder"),
                covers(row), row.getString("corrects"), row.getString("note"), why);
    }

    static Bearer bearer(ResultSet row) throws SQLException {
        return new Bearer(Rows.choice(Bearer.Kind.class, row.getString("bearer_kind")), row.getString("bearer"));
    }

    static List<String> covers(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("covers").getArray());
    }
}
