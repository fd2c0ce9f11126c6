package dev.holdfast.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code access.identity}: which subject of which issuer is which account. */
@Repository
class IdentityStore {

    private final JdbcClient db;

    IdentityStore(JdbcClient db) {
        this.db = db;
    }

    /** One at a time on all nodes, until the transaction ends. */
    void lock() {
        db.sql("lock table access.identity in share row exclusive mode").update();
    }

    Optional<String> account(String issuer, String subject) {
        return db.sql("select account from access.identity where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(String.class)
                .optional();
    }

    Optional<String> subject(String issuer, String account) {
        return db.sql("select subject from access.identity where issuer = :issuer and account = :account")
                .param("issuer", issuer)
                .param("account", account)
                .query(String.class)
                .optional();
    }

    void link(String issuer, String subject, String account, Instant now) {
        db.sql("insert into access.identity (issuer, subject, account, linked_at) values (:issuer, :subject, :account, :now)")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean unlink(String issuer, String account) {
        return db.sql("delete from access.identity where issuer = :issuer and account = :account")
                        .param("issuer", issuer)
                        .param("account", account)
                        .update()
                == 1;
    }
}
