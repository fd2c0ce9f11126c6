package dev.holdfast.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of accounts, sessions, invitations and failed sign-ins. */
@Repository
class AccountStore {

    private final JdbcClient db;

    AccountStore(JdbcClient db) {
        this.db = db;
    }

    boolean insert(Account account, @Nullable String passwordHash, Instant now) {
        return db.sql("""
                insert into access.account (name, person, display_name, password_hash, administrator, created_at)
                values (:name, :person, :displayName, :hash, :administrator, :now)
                    on conflict do nothing
                """)
                        .param("name", account.name())
                        .param("person", account.person())
                        .param("displayName", account.displayName())
                        .param("hash", passwordHash)
                        .param("administrator", account.administrator())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void setPassword(String account, String passwordHash) {
        db.sql("update access.account set password_hash = :hash where name = :name")
                .param("name", account)
                .param("hash", passwordHash)
                .update();
    }

    Optional<Account> find(String name) {
        return db.sql("select * from access.account where name = :name and ended_at is null")
                .param("name", name)
                .query(AccountStore::account)
                .optional();
    }

    /** A person to an account that has none; false where somebody else's is theirs already. */
    boolean givePerson(String account, String person) {
        return db.sql("""
                update access.account
                   set person = :person
                 where name = :account
                   and person is null
                   and not exists (select 1 from access.account other where other.person = :person)
                """)
                        .param("account", account)
                        .param("person", person)
                        .update()
                == 1;
    }

    Optional<Account> ofPerson(String person) {
        return db.sql("select * from access.account where person = :person and ended_at is null")
                .param("person", person)
                .query(AccountStore::account)
                .optional();
    }

    Optional<String> passwordHash(String name) {
        return db.sql("select password_hash from access.account where name = :name and ended_at is null and password_hash is not null")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /** Whether anybody can sign in. */
    boolean anybody() {
        return db.sql("select exists (select 1 from access.account where password_hash is not null)").query(Boolean.class).single();
    }

    void insertSession(byte[] hash, String account, Sessions.@Nullable Origin origin, Instant now) {
        var grants = origin == null ? Grants.NONE : origin.grants();
        db.sql("""
                insert into access.session (secret_hash, account, created_at, seen_at, issuer, roles, teams, provider_token)
                values (:hash, :account, :now, :now, :issuer, :roles::text[], :teams::text[], :token::bytea)
                """)
                .param("hash", hash)
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("issuer", origin == null ? null : origin.issuer())
                .param("roles", grants.roles().toArray(String[]::new))
                .param("teams", grants.teams().toArray(String[]::new))
                .param("token", origin == null ? null : origin.idToken())
                .update();
    }

    Optional<byte[]> providerToken(byte[] hash) {
        return db.sql("select provider_token from access.session where secret_hash = :hash and provider_token is not null")
                .param("hash", hash)
                .query(byte[].class)
                .optional();
    }

    /** Whose session it is that is neither too old nor was idle too long; its use is noted once a minute. */
    Optional<Sessions.Signed> ofSession(byte[] hash, Instant now, Instant notBefore, Instant elsewhereNotBefore, Instant seenSince) {
        return db.sql("""
                with live as (
                    select account.*, session.seen_at, session.issuer, session.roles, session.teams
                      from access.session
                      join access.account on account.name = session.account
                     where secret_hash = :hash
                       and session.created_at > case when session.issuer is null then :notBefore::timestamptz else :elsewhereNotBefore::timestamptz end
                       and session.seen_at > :seenSince
                       and ended_at is null
                ), seen as (
                    update access.session
                       set seen_at = :now
                     where secret_hash = :hash
                       and seen_at < :now::timestamptz - interval '1 minute'
                       and exists (select 1 from live)
                )
                select * from live
                """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("notBefore", notBefore.atOffset(ZoneOffset.UTC))
                .param("elsewhereNotBefore", elsewhereNotBefore.atOffset(ZoneOffset.UTC))
                .param("seenSince", seenSince.atOffset(ZoneOffset.UTC))
                .query(AccountStore::signed)
                .optional();
    }

    void deleteSession(byte[] hash) {
        db.sql("delete from access.session where secret_hash = :hash").param("hash", hash).update();
    }

    void deleteSessionsOf(String account) {
        db.sql("delete from access.session where account = :account").param("account", account).update();
    }

    void deleteSessionsBefore(Instant created, Instant seen) {
        db.sql("delete from access.session where created_at < :created or seen_at < :seen")
                .param("created", created.atOffset(ZoneOffset.UTC))
                .param("seen", seen.atOffset(ZoneOffset.UTC))
                .update();
    }

    void insertInvitation(byte[] hash, @Nullable String person, String by, Instant now, Instant expires) {
        db.sql("""
                insert into access.invitation (secret_hash, person, created_by, created_at, expires_at)
                values (:hash, :person, :by, :now, :expires)
                """)
                .param("hash", hash)
                .param("person", person)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whom an invitation that is good lets in; an empty name is the first administrator. */
    Optional<String> invited(byte[] hash, Instant now) {
        return db.sql("""
                select coalesce(person, '')
                  from access.invitation
                 where secret_hash = :hash and used_at is null and expires_at > :now
                   for update
                """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    void useInvitation(byte[] hash, Instant now) {
        db.sql("update access.invitation set used_at = :now where secret_hash = :hash")
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void withdrawFirstInvitations(Instant now) {
        db.sql("update access.invitation set used_at = :now where person is null and used_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void failed(String account, String address, Instant now) {
        db.sql("insert into access.failed_sign_in (at, account, address) values (:now, :account, :address)")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("account", account)
                .param("address", address)
                .update();
    }

    /** How often it failed for the account, and from the address, since an instant. */
    Failures failures(String account, String address, Instant since) {
        return db.sql("""
                select count(*) filter (where account = :account) as for_account,
                       count(*) filter (where address = :address) as from_address
                  from access.failed_sign_in
                 where at > :since
                   and (account = :account or address = :address)
                """)
                .param("account", account)
                .param("address", address)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Failures(row.getInt("for_account"), row.getInt("from_address")))
                .single();
    }

    record Failures(int forAccount, int fromAddress) {}

    void forgetFailures(Instant before) {
        db.sql("delete from access.failed_sign_in where at < :before").param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    private static Sessions.Signed signed(ResultSet row, int number) throws SQLException {
        var roles = Set.of((String[]) row.getArray("roles").getArray());
        var teams = Set.of((String[]) row.getArray("teams").getArray());
        return new Sessions.Signed(account(row, number), row.getString("issuer"), new Grants(roles, teams));
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("name"), row.getString("person"), row.getString("display_name"), row.getBoolean("administrator"));
    }
}
