package dev.holdfast.subscriptions;

import dev.holdfast.keys.Keyring;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Subscriptions, with their addresses and secrets sealed. */
@Repository
class SubscriptionStore {

    private final JdbcClient db;
    private final Keyring keyring;

    SubscriptionStore(JdbcClient db, Keyring keyring) {
        this.db = db;
        this.keyring = keyring;
    }

    void add(Subscription subscription) {
        db.sql("""
                insert into subscriptions.subscription (id, scope, told, way, address, secret, digest_at, confirmed_at, made_by, made_at)
                values (:id, :scope, :told, :way, :address, :secret, :digestAt, :confirmedAt, :madeBy, :madeAt)
                """)
                .param("id", subscription.id())
                .param("scope", subscription.scope())
                .param("told", subscription.told().word())
                .param("way", subscription.way().word())
                .param("address", keyring.seal(subscription.address()))
                .param("secret", subscription.secret() == null ? null : keyring.seal(subscription.secret()))
                .param("digestAt", subscription.digestAt())
                .param("confirmedAt", Rows.utc(subscription.confirmedAt()))
                .param("madeBy", subscription.madeBy())
                .param("madeAt", Rows.utc(subscription.madeAt()))
                .update();
    }

    void confirm(UUID id, Instant at) {
        db.sql("update subscriptions.subscription set confirmed_at = :at where id = :id and confirmed_at is null")
                .param("at", Rows.utc(at))
                .param("id", id)
                .update();
    }

    boolean delete(UUID id) {
        return db.sql("delete from subscriptions.subscription where id = :id").param("id", id).update() == 1;
    }

    Optional<Subscription> find(UUID id) {
        return db.sql("select * from subscriptions.subscription where id = :id").param("id", id).query(this::subscription).optional();
    }

    /** A subscription with what came of its last delivery that ended. */
    record Kept(Subscription subscription, @Nullable Instant lastAt, @Nullable String lastFailure) {}

    List<Kept> all() {
        return db.sql("""
                select subscription.*, last.ended_at, case when last.state = 'failed' then last.detail end as failure
                  from subscriptions.subscription
                  left join lateral (
                       select state, detail, ended_at
                         from subscriptions.delivery
                        where delivery.subscription = subscription.id
                          and ended_at is not null
                        order by ended_at desc
                        limit 1) as last on true
                 order by made_at
                """)
                .query((row, number) -> new Kept(subscription(row, number), Rows.instantOrNull(row, "ended_at"), row.getString("failure")))
                .list();
    }

    /** @param digestAt null where it hears at once */
    record Hearing(UUID id, String scope, Told told, @Nullable LocalTime digestAt) {}

    /** Whoever hears of one of these scopes; nothing of it is unsealed. */
    List<Hearing> hearing(Set<String> scopes) {
        return db.sql("""
                select id, scope, told, digest_at
                  from subscriptions.subscription
                 where scope = any(:scopes)
                   and confirmed_at is not null
                 order by id
                """)
                .param("scopes", scopes.toArray(String[]::new))
                .query((row, number) -> new Hearing(
                        row.getObject("id", UUID.class), row.getString("scope"), Rows.choice(Told.class, row.getString("told")),
                        row.getObject("digest_at", LocalTime.class)))
                .list();
    }

    private Subscription subscription(ResultSet row, int number) throws SQLException {
        var secret = row.getBytes("secret");
        return new Subscription(
                row.getObject("id", UUID.class),
                row.getString("scope"),
                Rows.choice(Told.class, row.getString("told")),
                Rows.choice(Way.class, row.getString("way")),
                keyring.open(row.getBytes("address")),
                secret == null ? null : keyring.open(secret),
                row.getObject("digest_at", LocalTime.class),
                Rows.instantOrNull(row, "confirmed_at"),
                row.getString("made_by"),
                Rows.instant(row, "made_at"));
    }
}
