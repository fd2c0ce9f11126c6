package dev.holdfast.ledger;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the ledger. */
final class LedgerStore {

    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcTemplate template;
    private final JdbcClient db;

    LedgerStore(JdbcTemplate template) {
        this.template = template;
        this.db = JdbcClient.create(template);
    }

    record SealedHead(Head head, String seal) {}

    /** The head, held until the end of the transaction: everybody else who records waits. */
    Head lockHead() {
        return db.sql("select sequence, hash from ledger.head for update")
                .query((row, number) -> new Head(row.getLong("sequence"), row.getString("hash")))
                .single();
    }

    SealedHead head() {
        return db.sql("select sequence, hash, seal from ledger.head")
                .query((row, number) -> new SealedHead(
                        new Head(row.getLong("sequence"), row.getString("hash")), row.getString("seal")))
                .single();
    }

    void append(List<Entry> entries) {
        template.batchUpdate(
                """
                insert into ledger.entry (sequence, at, by, act, subject, before, after, previous_hash, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                entries,
                entries.size(),
                (row, entry) -> {
                    row.setLong(1, entry.sequence());
                    row.setObject(2, entry.at().atOffset(UTC));
                    row.setString(3, entry.by());
                    row.setString(4, entry.act());
                    row.setString(5, entry.subject());
                    row.setString(6, entry.before());
                    row.setString(7, entry.after());
                    row.setString(8, entry.previousHash());
                    row.setString(9, entry.hash());
                });
    }

    void moveHead(Head head, String seal) {
        db.sql("update ledger.head set sequence = :sequence, hash = :hash, seal = :seal")
                .param("sequence", head.sequence())
                .param("hash", head.hash())
                .param("seal", seal)
                .update();
    }

    List<Entry> find(Question question, @Nullable Long below, int most) {
        return db.sql("""
                select sequence, at, by, act, subject, before, after, previous_hash, hash
                  from ledger.entry
                 where (:subject::text is null or subject = :subject)
                   and (:by::text is null or by = :by)
                   and (:from::timestamptz is null or at >= :from)
                   and (:to::timestamptz is null or at < :to)
                   and (:below::bigint is null or sequence < :below)
                 order by sequence desc
                 limit :most
                """)
                .param("subject", question.subject())
                .param("by", question.by())
                .param("from", Rows.utc(question.from()))
                .param("to", Rows.utc(question.to()))
                .param("below", below)
                .param("most", most)
                .query(LedgerStore::entry)
                .list();
    }

    /** By the index of each subject, so that a long history is not read. */
    List<Entry> latest(Collection<String> subjects, Instant since, int most) {
        return db.sql("""
                select entry.*
                  from unnest(:subjects::text[]) as asked (subject)
                 cross join lateral (select sequence, at, by, act, subject, before, after, previous_hash, hash
                                       from ledger.entry
                                      where entry.subject = asked.subject
                                        and entry.at >= :since
                                      order by sequence desc
                                      limit :most) as entry
                 order by entry.sequence desc
                 limit :most
                """)
                .param("subjects", subjects.stream().distinct().toArray(String[]::new))
                .param("since", Rows.utc(since))
                .param("most", most)
                .query(LedgerStore::entry)
                .list();
    }

    /** In order, from after one place up to another; at most a thousand. */
    List<Entry> run(long after, long to) {
        return db.sql("""
                select sequence, at, by, act, subject, before, after, previous_hash, hash
                  from ledger.entry
                 where sequence > :after
                   and sequence <= :to
                 order by sequence
                 limit :most
                """)
                .param("after", after)
                .param("to", to)
                .param("most", ROWS_AT_ONCE)
                .query(LedgerStore::entry)
                .list();
    }

    /** Every entry in order, a thousand at a time; within a transaction. */
    void each(Consumer<Entry> reader) {
        template.query(
                connection -> {
                    var all = connection.prepareStatement(
                            """
                            select sequence, at, by, act, subject, before, after,
                                   previous_hash, hash
                              from ledger.entry
                             order by sequence
                            """);
                    all.setFetchSize(ROWS_AT_ONCE);
                    return all;
                },
                (RowCallbackHandler) row -> reader.accept(entry(row, 0)));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("sequence"),
                Rows.instant(row, "at"),
                row.getString("by"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("before"),
                row.getString("after"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
