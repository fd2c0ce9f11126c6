package dev.holdfast.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code ledger.entry}. */
@Repository
class LedgerStore {

    private static final long LOCK = 1010;

    private final JdbcClient db;

    LedgerStore(JdbcClient db) {
        this.db = db;
    }

    /** One transaction at a time adds to the chain, on whatever node. */
    void lock() {
        db.sql("select count(pg_advisory_xact_lock(:lock))").param("lock", LOCK).query(Long.class).single();
    }

    Optional<LedgerEntry> head() {
        return db.sql("select * from ledger.entry order by sequence desc limit 1").query(LedgerStore::entry).optional();
    }

    void append(LedgerEntry entry) {
        db.sql("""
                insert into ledger.entry (sequence, at, by, act, subject, before, after, previous_hash, hash)
                values (:sequence, :at, :by, :act, :subject, :before, :after, :previousHash, :hash)
                """)
                .param("sequence", entry.sequence())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("by", entry.by())
                .param("act", entry.act())
                .param("subject", entry.subject())
                .param("before", entry.before())
                .param("after", entry.after())
                .param("previousHash", entry.previousHash())
                .param("hash", entry.hash())
                .update();
    }

    List<LedgerEntry> list(Ledger.Filter filter, @Nullable Long beforeSequence, int most) {
        return db.sql("""
                select *
                  from ledger.entry
                 where (:subject::text is null or subject = :subject::text)
                   and (:by::text is null or by = :by::text)
                   and (:from::timestamptz is null or at >= :from::timestamptz)
                   and (:to::timestamptz is null or at < :to::timestamptz)
                   and (:before::bigint is null or sequence < :before::bigint)
                 order by sequence desc
                 limit :most
                """)
                .param("subject", filter.subject())
                .param("by", filter.by())
                .param("from", text(filter.from()))
                .param("to", text(filter.to()))
                .param("before", beforeSequence)
                .param("most", most)
                .query(LedgerStore::entry)
                .list();
    }

    /** All entries in their order, a few in memory at a time; within a transaction. Stops where it is told to. */
    void each(Predicate<LedgerEntry> goOn) {
        try (Stream<LedgerEntry> entries = db.sql("select * from ledger.entry order by sequence")
                .withFetchSize(1_000)
                .query(LedgerStore::entry)
                .stream()) {
            entries.takeWhile(goOn).forEach(entry -> {});
        }
    }

    private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
        return new LedgerEntry(
                row.getLong("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("before"),
                row.getString("after"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
