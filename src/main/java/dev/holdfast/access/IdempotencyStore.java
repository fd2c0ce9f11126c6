package dev.holdfast.access;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code access.idempotent_request}. */
@Repository
class IdempotencyStore {

    private final JdbcClient db;

    IdempotencyStore(JdbcClient db) {
        this.db = db;
    }

    /** Whose key it is. */
    record Key(String account, String key) {}

    /** What was asked for. */
    record Request(String route, byte[] bodyHash) {

        boolean isSameAs(Request other) {
            return route.equals(other.route) && Arrays.equals(bodyHash, other.bodyHash);
        }
    }

    /** @param body sealed, since it may hold a token that was just made */
    record Answer(int status, @Nullable String contentType, @Nullable String location, byte[] body) {}

    /** @param answer null while it is being made */
    record Kept(Request request, @Nullable Answer answer) {}

    boolean begin(Key key, Request request, Instant now) {
        return db.sql("""
                insert into access.idempotent_request (account, key, route, body_hash, at)
                values (:account, :key, :route, :bodyHash, :now)
                on conflict do nothing
                """)
                        .param("account", key.account())
                        .param("key", key.key())
                        .param("route", request.route())
                        .param("bodyHash", request.bodyHash())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<Kept> find(Key key) {
        return db.sql("select * from access.idempotent_request where account = :account and key = :key")
                .param("account", key.account())
                .param("key", key.key())
                .query((row, number) -> {
                    var body = row.getBytes("body");
                    var answer = body == null
                            ? null
                            : new Answer(
                                    row.getInt("status"), row.getString("content_type"), row.getString("location"), body);
                    return new Kept(new Request(row.getString("route"), row.getBytes("body_hash")), answer);
                })
                .optional();
    }

    void keep(Key key, Answer answer) {
        db.sql("""
                update access.idempotent_request
                   set status = :status, content_type = :contentType, location = :location, body = :body
                 where account = :account and key = :key
                """)
                .param("account", key.account())
                .param("key", key.key())
                .param("status", answer.status())
                .param("contentType", answer.contentType())
                .param("location", answer.location())
                .param("body", answer.body())
                .update();
    }

    void forget(Key key) {
        db.sql("delete from access.idempotent_request where account = :account and key = :key")
                .param("account", key.account())
                .param("key", key.key())
                .update();
    }

    void forgetBefore(Instant instant) {
        db.sql("""
                delete from access.idempotent_request
                 where (account, key) in (select account, key
                                            from access.idempotent_request
                                           where at < :instant
                                           limit 100
                                             for update skip locked)
                """)
                .param("instant", instant.atOffset(UTC))
                .update();
    }
}
