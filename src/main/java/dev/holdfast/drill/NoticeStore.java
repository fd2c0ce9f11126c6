package dev.holdfast.drill;

import dev.holdfast.rows.Rows;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known to stand broken, and whom a night's run tells of it. */
@Repository
class NoticeStore {

    private final JdbcClient db;

    NoticeStore(JdbcClient db) {
        this.db = db;
    }

    /** Somebody to tell of a way that broke. */
    record Notice(String person, String key, String sentence) {}

    /** What is not broken any more is no longer told, by whichever run that was seen. */
    void mended(Collection<String> stillBroken) {
        for (var table : List.of("drill.standing", "drill.notice")) {
            db.sql("delete from " + table + " where key <> all (:keys::text[])")
                    .param("keys", Rows.column(stillBroken, key -> key))
                    .update();
        }
    }

    /** Those of them that did not stand broken before. */
    Set<String> breakNow(long run, Collection<String> keys) {
        return new HashSet<>(db.sql("""
                insert into drill.standing (key, run)
                select key, :run from unnest(:keys::text[]) as broken (key)
                    on conflict do nothing
                returning key
                """)
                .param("run", run)
                .param("keys", Rows.column(keys, key -> key))
                .query(String.class)
                .list());
    }

    void keep(long run, List<Notice> notices) {
        db.sql("""
                insert into drill.notice (person, run, key, sentence)
                select person, :run, key, sentence
                  from unnest(:people::text[], :keys::text[], :sentences::text[]) as told (person, key, sentence)
                    on conflict do nothing
                """)
                .param("run", run)
                .param("people", Rows.column(notices, Notice::person))
                .param("keys", Rows.column(notices, Notice::key))
                .param("sentences", Rows.column(notices, Notice::sentence))
                .update();
    }

    /** What of a run is still to be told to a person. */
    List<Notice> of(long run, String person) {
        return db.sql("select person, key, sentence from drill.notice where run = :run and person = :person order by key")
                .param("run", run)
                .param("person", person)
                .query((row, number) -> new Notice(row.getString("person"), row.getString("key"), row.getString("sentence")))
                .list();
    }
}
