package dev.holdfast.subscriptions;

import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is to be told, and what was. */
@Repository
class NoticesStore {

    private final JdbcClient db;

    NoticesStore(JdbcClient db) {
        this.db = db;
    }

    /** Those of which the subscription has not been told, nor is to be. */
    List<String> unheard(UUID subscription, List<String> subjects) {
        return db.sql("""
                select distinct subject
                  from unnest(:subjects) as said (subject)
                 where not exists (select from subscriptions.notice where notice.subscription = :subscription and notice.subject = said.subject)
                """)
                .param("subjects", subjects.toArray(String[]::new))
                .param("subscription", subscription)
                .query(String.class)
                .list();
    }

    /** The delivery of the subscription that gathers: this one, where there is none. Held until the transaction ends. */
    UUID gathering(UUID subscription, UUID id, Instant due) {
        return db.sql("""
                insert into subscriptions.delivery (id, subscription, state, due)
                values (:id, :subscription, 'gathering', :due)
                    on conflict (subscription) where state = 'gathering' do update set due = delivery.due
                returning id
                """)
                .param("id", id)
                .param("subscription", subscription)
                .param("due", Rows.utc(due))
                .query(UUID.class)
                .single();
    }

    void note(UUID subscription, List<String> subjects, UUID delivery, Instant at) {
        db.sql("""
                insert into subscriptions.notice (subscription, subject, delivery, at)
                select :subscription, subject, :delivery, :at
                  from unnest(:subjects) as said (subject)
                    on conflict do nothing
                """)
                .param("subscription", subscription)
                .param("subjects", subjects.toArray(String[]::new))
                .param("delivery", delivery)
                .param("at", Rows.utc(at))
                .update();
    }

    /** One that has not ended, held until the transaction ends. */
    Optional<Delivery> lock(UUID id) {
        return db.sql("""
                select delivery.*, array(select subject from subscriptions.notice where notice.delivery = delivery.id order by at, subject) as subjects
                  from subscriptions.delivery
                 where id = :id
                   and ended_at is null
                   for update
                """)
                .param("id", id)
                .query(NoticesStore::delivery)
                .optional();
    }

    /** Nothing more is added to it. */
    void claim(UUID id, Instant until) {
        db.sql("update subscriptions.delivery set state = 'sending', claimed_until = :until where id = :id")
                .param("until", Rows.utc(until))
                .param("id", id)
                .update();
    }

    void failed(UUID id, String detail) {
        db.sql("update subscriptions.delivery set attempts = attempts + 1, detail = :detail, claimed_until = null where id = :id")
                .param("detail", detail)
                .param("id", id)
                .update();
    }

    void end(UUID id, boolean sent, String detail, Instant now) {
        db.sql("update subscriptions.delivery set state = :state, detail = :detail, ended_at = :now, claimed_until = null where id = :id")
                .param("state", sent ? "sent" : "failed")
                .param("detail", detail)
                .param("now", Rows.utc(now))
                .param("id", id)
                .update();
    }

    void deleteEndedBefore(Instant instant) {
        db.sql("delete from subscriptions.delivery where ended_at < :instant").param("instant", Rows.utc(instant)).update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class), row.getObject("subscription", UUID.class), Rows.instant(row, "due"), row.getInt("attempts"),
                Rows.instantOrNull(row, "claimed_until"), Arrays.asList((String[]) row.getArray("subjects").getArray()));
    }
}
