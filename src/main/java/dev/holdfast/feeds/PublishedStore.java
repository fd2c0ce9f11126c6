package dev.holdfast.feeds;

import dev.holdfast.rows.Rows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each feed was last told of each shift. */
@Repository
class PublishedStore {

    private final JdbcClient db;

    PublishedStore(JdbcClient db) {
        this.db = db;
    }

    List<Published> of(String feed) {
        return db.sql("""
                select uid, starts_at, ends_at, summary, description, url, sequence, changed_at, withdrawn_at
                  from feeds.published
                 where feed = :feed
                 order by starts_at, uid
                """)
                .param("feed", feed)
                .query((row, number) -> {
                    var event = new FeedEvent(
                            row.getString("uid"), Rows.instant(row, "starts_at"), Rows.instant(row, "ends_at"), row.getString("summary"),
                            row.getString("description"), row.getString("url"));
                    return new Published(
                            event, row.getInt("sequence"), Rows.instant(row, "changed_at"), Rows.instantOrNull(row, "withdrawn_at"));
                })
                .list();
    }

    void keep(String feed, List<Published> changed) {
        if (changed.isEmpty()) return;
        db.sql("""
                insert into feeds.published
                       (feed, uid, starts_at, ends_at, summary, description, url, sequence, changed_at, withdrawn_at)
                select :feed, told.*
                  from unnest(:uid::text[], :from::timestamptz[], :to::timestamptz[], :summary::text[], :description::text[],
                              :url::text[], :sequence::int[], :changedAt::timestamptz[], :withdrawnAt::timestamptz[])
                    as told (uid, starts_at, ends_at, summary, description, url, sequence, changed_at, withdrawn_at)
                    on conflict (feed, uid) do update
                   set starts_at = excluded.starts_at, ends_at = excluded.ends_at, summary = excluded.summary,
                       description = excluded.description, url = excluded.url, sequence = excluded.sequence,
                       changed_at = excluded.changed_at, withdrawn_at = excluded.withdrawn_at
                """)
                .param("feed", feed)
                .param("uid", Rows.column(changed, it -> it.event().uid()))
                .param("from", Rows.column(changed, it -> it.event().from()))
                .param("to", Rows.column(changed, it -> it.event().to()))
                .param("summary", Rows.column(changed, it -> it.event().summary()))
                .param("description", Rows.column(changed, it -> it.event().description()))
                .param("url", Rows.column(changed, it -> it.event().url()))
                .param("sequence", Rows.column(changed, Published::sequence))
                .param("changedAt", Rows.column(changed, Published::changedAt))
                .param("withdrawnAt", Rows.column(changed, Published::withdrawnAt))
                .update();
    }

    void forget(String feed, List<String> uids) {
        if (uids.isEmpty()) return;
        db.sql("delete from feeds.published where feed = :feed and uid = any(:uids::text[])")
                .param("feed", feed)
                .param("uids", uids.toArray(String[]::new))
                .update();
    }
}
