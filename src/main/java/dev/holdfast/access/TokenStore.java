package dev.holdfast.access;

import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code access.token}. */
@Repository
class TokenStore {

    private final JdbcClient db;

    TokenStore(JdbcClient db) {
        this.db = db;
    }

    void insert(Token token, String account, byte[] secretHash) {
        db.sql("""
                insert into access.token (id, name, secret_hash, scopes, team, person, account, created_by, created_at, expires_at)
                values (:id, :name, :hash, :scopes::text[], :team, :person, :account, :createdBy, :createdAt, :expiresAt::timestamptz)
                    on conflict (secret_hash) do nothing
                """)
                .param("id", token.id())
                .param("name", token.name())
                .param("hash", secretHash)
                .param("scopes", token.scopes().stream().map(Scope::toString).toArray(String[]::new))
                .param("team", token.team())
                .param("person", token.person())
                .param("account", account)
                .param("createdBy", token.createdBy())
                .param("createdAt", token.createdAt().atOffset(ZoneOffset.UTC))
                .param("expiresAt", token.expiresAt() == null ? null : token.expiresAt().toString())
                .update();
    }

    Optional<Held> findLive(byte[] secretHash, Instant now) {
        return db.sql("""
                select token.*
                  from access.token
                 where secret_hash = :hash
                   and revoked_at is null
                   and (expires_at is null or expires_at > :now)
                """)
                .param("hash", secretHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Held(token(row), row.getString("account")))
                .optional();
    }

    /** A token and the account that it acts as. */
    record Held(Token token, String account) {}

    void used(String id, Instant now) {
        db.sql("update access.token set last_used_at = :now where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean revoke(String id, Instant now) {
        return db.sql("update access.token set revoked_at = :now where id = :id and revoked_at is null")
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Token> find(String id) {
        return db.sql("select * from access.token where id = :id and revoked_at is null")
                .param("id", id)
                .query((row, number) -> token(row))
                .optional();
    }

    /** Of an account, or all; by id. */
    List<Token> list(@Nullable String account, @Nullable String after, int most) {
        return db.sql("""
                select *
                  from access.token
                 where revoked_at is null
                   and (:account::text is null or account = :account::text)
                   and (:after::text is null or id > :after::text)
                 order by id
                 limit :most
                """)
                .param("account", account)
                .param("after", after)
                .param("most", most)
                .query((row, number) -> token(row))
                .list();
    }

    boolean any() {
        return db.sql("select exists (select 1 from access.token)").query(Boolean.class).single();
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getString("id"),
                row.getString("name"),
                scopes((String[]) row.getArray("scopes").getArray()),
                row.getString("team"),
                row.getString("person"),
                row.getString("created_by"),
                Rows.instant(row, "created_at"),
                Rows.instantOrNull(row, "expires_at"),
                Rows.instantOrNull(row, "last_used_at"));
    }

    private static Set<Scope> scopes(String[] words) {
        return Arrays.stream(words).map(word -> Rows.choice(Scope.class, word)).collect(Collectors.toSet());
    }
}
