package dev.holdfast.calendars;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How reading each address went last. */
@Repository
class ReadingStore {

    private final JdbcClient db;

    ReadingStore(JdbcClient db) {
        this.db = db;
    }

    List<AddressReading> of(Collection<String> subjects) {
        if (subjects.isEmpty()) return List.of();
        return db.sql("""
                select subject, address, looked_at, read_at, failure
                  from calendars.reading
                 where subject in (:subjects)
                """).param("subjects", subjects).query(ReadingStore::row).list();
    }

    /** What it said last is as old as before where it failed. */
    void note(String subject, String address, Instant now, @Nullable String failure) {
        db.sql("""
                insert into calendars.reading as old (subject, address, looked_at, read_at, failure)
                values (:subject, :address, :now, case when :failure::text is null then :now::timestamptz end, :failure)
                    on conflict (subject) do update
                   set address = excluded.address,
                       looked_at = excluded.looked_at,
                       read_at = coalesce(excluded.read_at, old.read_at),
                       failure = excluded.failure
                """)
                .param("subject", subject)
                .param("address", address)
                .param("now", now.atOffset(UTC))
                .param("failure", failure)
                .update();
    }

    private static AddressReading row(ResultSet row, int number) throws SQLException {
        return new AddressReading(
                row.getString("subject"),
                row.getString("address"),
                Rows.instant(row, "looked_at"),
                Rows.instantOrNull(row, "read_at"),
                row.getString("failure"));
    }
}
