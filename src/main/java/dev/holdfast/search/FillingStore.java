package dev.holdfast.search;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code search.filling}. */
@Repository
class FillingStore {

    private final JdbcClient db;

    FillingStore(JdbcClient db) {
        this.db = db;
    }

    /** How far it is, for this transaction alone; empty where it is done or another transaction has it. */
    Optional<Long> claim(String source) {
        db.sql("insert into search.filling (source) values (:source) on conflict do nothing").param("source", source).update();
        return db.sql("""
                select upto
                  from search.filling
                 where source = :source
                   and not done
                   for update skip locked
                """).param("source", source).query(Long.class).optional();
    }

    void reached(String source, long upto, boolean done) {
        db.sql("update search.filling set upto = :upto, done = :done where source = :source")
                .param("source", source)
                .param("upto", upto)
                .param("done", done)
                .update();
    }
}
