package dev.holdfast.keys;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database remembers of the key. */
final class Fingerprints {

    private final JdbcClient db;

    Fingerprints(JdbcClient db) {
        this.db = db;
    }

    Optional<String> remembered() {
        return db.sql("select fingerprint from keys.fingerprint").query(String.class).optional();
    }

    boolean rememberOrCompare(String fingerprint) {
        db.sql("insert into keys.fingerprint (fingerprint) values (:fingerprint) on conflict do nothing")
                .param("fingerprint", fingerprint)
                .update();
        return remembered().orElse("").equals(fingerprint);
    }
}
