package dev.holdfast.feeds;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Feeds that were not revoked; of their secrets the hashes. */
@Repository
class FeedStore {

    private final JdbcClient db;

    FeedStore(JdbcClient db) {
        this.db = db;
    }

    void add(Feed feed, byte[] hash) {
        db.sql("""
                insert into feeds.feed (id, kind, name, secret_hash, account, made_for, made_at)
                values (:id, :kind, :name, :hash, :account, :madeFor, :madeAt)
                """)
                .param("id", feed.id())
                .param("kind", feed.kind().word())
                .param("name", feed.name())
                .param("hash", hash)
                .param("account", feed.account())
                .param("madeFor", feed.madeFor())
                .param("madeAt", feed.madeAt().atOffset(UTC))
                .update();
    }

    /** Locked until the transaction ends, so that two readers are not told different things. */
    Optional<Feed> bySecret(byte[] hash) {
        return db.sql("select * from feeds.feed where secret_hash = :hash for update")
                .param("hash", hash)
                .query((row, number) -> feed(row))
                .optional();
    }

    Optional<Feed> find(String id) {
        return db.sql("select * from feeds.feed where id = :id").param("id", id).query((row, number) -> feed(row)).optional();
    }

    List<Feed> all(@Nullable String after, int most) {
        return list(null, null, after, most);
    }

    /** Those that somebody made: a token that acts for a person has the account of whoever made it. By id. */
    List<Feed> madeBy(String account, @Nullable String person, @Nullable String after, int most) {
        return list(account, person, after, most);
    }

    private List<Feed> list(@Nullable String account, @Nullable String person, @Nullable String after, int most) {
        return db.sql("""
                select *
                  from feeds.feed
                 where (:account::text is null or account = :account::text and made_for is not distinct from :person::text)
                   and (:after::text is null or id > :after::text)
                 order by id
                 limit :most
                """)
                .param("account", account)
                .param("person", person)
                .param("after", after)
                .param("most", most)
                .query((row, number) -> feed(row))
                .list();
    }

    void remove(String id) {
        db.sql("delete from feeds.feed where id = :id").param("id", id).update();
    }

    private static Feed feed(ResultSet row) throws SQLException {
        return new Feed(
                row.getString("id"),
                Rows.choice(Feed.Kind.class, row.getString("kind")),
                row.getString("name"),
                row.getString("account"),
                row.getString("made_for"),
                Rows.instant(row, "made_at"));
    }
}
