package dev.holdfast.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cells of {@code timestamptz}, words of a closed list, and columns of rows: what a store reads and writes. */
public final class Rows {

    private Rows() {}

    /** Of a column that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** For a parameter; null stays null. */
    public static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /** Of a word as it is kept, {@code backed-out} for {@code BACKED_OUT}; an unknown one is an {@link IllegalArgumentException}. */
    public static <E extends Enum<E>> E choice(Class<E> choices, String word) {
        return Enum.valueOf(choices, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** One column of rows that are written as a set, in their order; null stays null. */
    public static <T> @Nullable String[] column(Collection<T> rows, Function<T, @Nullable Object> cell) {
        return rows.stream().map(cell).map(value -> value == null ? null : value.toString()).toArray(String[]::new);
    }
}
