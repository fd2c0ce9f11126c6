package dev.holdfast.notification;

import static java.util.Objects.requireNonNull;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows as records. */
final class DeliveryRows {

    static final String COLUMNS =
            """
            delivery.delivery, delivery.type, delivery.regarding, delivery.also_regarding, delivery.step,
            delivery.round, delivery.schedule, delivery.person, delivery.by, delivery.masked, delivery.state,
            delivery.why, delivery.occurred_at, delivery.due
            """;

    private DeliveryRows() {}

    static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString("delivery"),
                new PersonName(row.getString("person")),
                By.of(row.getString("by")),
                row.getString("masked"),
                row.getString("type"),
                integer(row, "step"),
                integer(row, "round"),
                row.getString("schedule"),
                DeliveryState.of(row.getString("state")),
                row.getString("why"),
                List.of(),
                row.getString("regarding"),
                Set.of((String[]) row.getArray("also_regarding").getArray()),
                requireNonNull(Rows.instantOrNull(row, "occurred_at")),
                requireNonNull(Rows.instantOrNull(row, "due")));
    }

    static Sending sending(ResultSet row) throws SQLException {
        return new Sending(
                delivery(row),
                row.getInt("attempts"),
                Rows.instantOrNull(row, "first_attempt_at"),
                Duration.ofMillis(row.getLong("patience_ms")),
                row.getString("address"),
                row.getBytes("secret"));
    }

    static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                requireNonNull(Rows.instantOrNull(row, "at")), row.getString("outcome"), row.getString("detail"));
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        var value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
