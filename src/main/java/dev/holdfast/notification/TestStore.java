package dev.holdfast.notification;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import dev.holdfast.rows.Rows;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The row of each person's last test. */
@Repository
class TestStore {

    private final JdbcClient db;

    TestStore(JdbcClient db) {
        this.db = db;
    }

    record Row(Instant sentAt, String sentBy, @Nullable Instant answeredAt) {}

    /** False where the last one was sent after that instant: of two at once one is sent. */
    boolean begin(String person, String by, Instant now, Instant notAfter) {
        return db.sql("""
                insert into notification.test as last (person, sent_at, sent_by)
                values (:person, :now, :by)
                    on conflict (person) do update
                   set sent_at = excluded.sent_at, sent_by = excluded.sent_by, answered_at = null
                 where last.sent_at <= :notAfter
                """)
                        .param("person", person)
                        .param("now", now.atOffset(UTC))
                        .param("by", by)
                        .param("notAfter", notAfter.atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<Row> last(String person) {
        return db.sql("select sent_at, sent_by, answered_at from notification.test where person = :person")
                .param("person", person)
                .query((row, number) -> new Row(
                        requireNonNull(Rows.instantOrNull(row, "sent_at")), row.getString("sent_by"), Rows.instantOrNull(row, "answered_at")))
                .optional();
    }

    /** The first answer counts, and only to the last test. */
    void answered(String person, Instant sentAt, Instant now) {
        db.sql("""
                update notification.test
                   set answered_at = :now
                 where person = :person
                   and sent_at = :sentAt
                   and answered_at is null
                """)
                .param("person", person)
                .param("sentAt", sentAt.atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Every open page of that person asks again. */
    void tell(String person) {
        db.sql("select pg_notify('holdfast_live', :payload)").param("payload", "person:" + person).query(row -> {});
    }
}
