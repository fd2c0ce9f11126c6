package dev.holdfast.handover;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.rows.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** For each schedule, until when changeovers were told and at which instant its timer stands: one row, however old it is. */
@Repository
class WatchStore {

    private final JdbcClient db;

    WatchStore(JdbcClient db) {
        this.db = db;
    }

    record Watch(Instant toldUntil, @Nullable Instant nextAt) {}

    /** Locked until the transaction ends; what is new was told until now. */
    Watch lock(String schedule, Instant now) {
        db.sql("insert into handover.watch (schedule, told_until) values (:schedule, :now) on conflict (schedule) do nothing")
                .param("schedule", schedule)
                .param("now", now.atOffset(UTC))
                .update();
        return db.sql("select told_until, next_at from handover.watch where schedule = :schedule for update")
                .param("schedule", schedule)
                .query((row, number) -> new Watch(Rows.instant(row, "told_until"), Rows.instantOrNull(row, "next_at")))
                .single();
    }

    void keep(String schedule, Watch watch) {
        db.sql("""
                update handover.watch
                   set told_until = :told, next_at = :next::timestamptz
                 where schedule = :schedule
                """)
                .param("schedule", schedule)
                .param("told", watch.toldUntil().atOffset(UTC))
                .param("next", watch.nextAt() == null ? null : watch.nextAt().toString())
                .update();
    }

    Set<String> watched() {
        return db.sql("select schedule from handover.watch").query(String.class).set();
    }

    void forget(String schedule) {
        db.sql("delete from handover.watch where schedule = :schedule").param("schedule", schedule).update();
    }
}
