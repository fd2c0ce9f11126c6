package dev.holdfast.catalogue;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Files that wait to be applied. */
@Component
class ImportStore {

    private final JdbcClient db;

    ImportStore(JdbcClient db) {
        this.db = db;
    }

    /** Content is sealed; {@code columns} are those that somebody chose. */
    record Waiting(ObjectNode columns, byte[] content) {}

    void keep(UUID id, Instant now, String account, byte[] content) {
        db.sql("""
                insert into catalogue.import (id, made_at, account, columns, content)
                values (:id, :now, :account, '{}', :content)
                """)
                .param("id", id)
                .param("now", now.atOffset(UTC))
                .param("account", account)
                .param("content", content)
                .update();
    }

    Optional<Waiting> find(UUID id, String account) {
        return db.sql("select columns, content from catalogue.import where id = :id and account = :account")
                .param("id", id)
                .param("account", account)
                .query((row, number) -> new Waiting(SpecJson.parse(row.getString("columns")), row.getBytes("content")))
                .optional();
    }

    void choose(UUID id, String account, ObjectNode columns) {
        db.sql("update catalogue.import set columns = :columns::json where id = :id and account = :account")
                .param("columns", SpecJson.text(columns))
                .param("id", id)
                .param("account", account)
                .update();
    }

    void forget(UUID id) {
        db.sql("delete from catalogue.import where id = :id").param("id", id).update();
    }

    void forgetBefore(Instant instant) {
        db.sql("delete from catalogue.import where made_at < :instant").param("instant", instant.atOffset(UTC)).update();
    }

    int waiting(String account) {
        return db.sql("select count(*) from catalogue.import where account = :account")
                .param("account", account)
                .query(Integer.class)
                .single();
    }
}
