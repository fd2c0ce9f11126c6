package dev.holdfast.notification;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.rows.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of deliveries and their attempts. */
@Repository
class DeliveryStore {

    private final JdbcClient db;

    DeliveryStore(JdbcClient db) {
        this.db = db;
    }

    /** The rules of these people that can be used now, in their order. */
    List<Rule> rulesOf(Collection<String> people, Set<String> usable) {
        return db.sql(
                        """
                        select rule.person, contact, by, address, wait_ms
                          from notification.rule
                          join notification.contact using (contact)
                         where rule.person = any (:people)
                           and confirmed_at is not null
                           and by = any (:usable)
                         order by rule.person, position
                        """)
                .param("people", people.toArray(String[]::new))
                .param("usable", usable.toArray(String[]::new))
                .query((row, number) -> {
                    var by = By.of(row.getString("by"));
                    return new Rule(
                            row.getString("person"),
                            row.getString("contact"),
                            by,
                            Mask.of(by, row.getString("address")),
                            Duration.ofMillis(row.getLong("wait_ms")));
                })
                .list();
    }

    /** One statement for all. */
    void insert(List<Posted> posted) {
        db.sql(
                        """
                        insert into notification.delivery
                               (delivery, type, regarding, also_regarding, step, round, schedule, patience_ms,
                                occurred_at, person, contact, by, masked, due)
                        select delivery, type, regarding, string_to_array(also, E'\\n'), step, round, schedule, patience_ms,
                               occurred_at, person, contact, by, masked, due
                          from unnest(:ids::text[], :types::text[], :regarding::text[], :also::text[], :steps::int[],
                                      :rounds::int[], :schedules::text[], :patience::bigint[], :occurred::timestamptz[],
                                      :people::text[], :contacts::text[], :bys::text[], :masks::text[],
                                      :dues::timestamptz[])
                            as one (delivery, type, regarding, also, step, round, schedule, patience_ms, occurred_at,
                                    person, contact, by, masked, due)
                        """)
                .param("ids", Rows.column(posted, one -> one.delivery().id()))
                .param("types", Rows.column(posted, one -> one.delivery().type()))
                .param("regarding", Rows.column(posted, one -> one.delivery().regarding()))
                .param("also", Rows.column(posted, one -> String.join("\n", one.delivery().alsoRegarding())))
                .param("steps", Rows.column(posted, one -> one.delivery().step()))
                .param("rounds", Rows.column(posted, one -> one.delivery().round()))
                .param("schedules", Rows.column(posted, one -> one.delivery().schedule()))
                .param("patience", Rows.column(posted, one -> one.patience().toMillis()))
                .param("occurred", Rows.column(posted, one -> one.delivery().occurredAt()))
                .param("people", Rows.column(posted, one -> one.delivery().person()))
                .param("contacts", Rows.column(posted, Posted::contact))
                .param("bys", Rows.column(posted, one -> one.delivery().by()))
                .param("masks", Rows.column(posted, one -> one.delivery().to()))
                .param("dues", Rows.column(posted, one -> one.delivery().due()))
                .update();
    }

    /** A delivery that still waits, with its contact as it is now. */
    Optional<Sending> waiting(String id) {
        return db.sql("select " + DeliveryRows.COLUMNS
                        + """
                        , attempts, first_attempt_at, patience_ms, contact.address, contact.secret
                          from notification.delivery
                          left join notification.contact using (contact)
                         where delivery = :id
                           and state = 'waiting'
                        """)
                .param("id", id)
                .query((row, number) -> DeliveryRows.sending(row))
                .optional();
    }

    /** Takes the next try of a delivery, unless somebody else is at it; answers its number. */
    Optional<Integer> claim(String id, Instant now, Instant until) {
        return db.sql(
                        """
                        with claimed as (
                            update notification.delivery
                               set claimed_until = :until,
                                   attempts = attempts + 1,
                                   first_attempt_at = coalesce(first_attempt_at, :now)
                             where delivery = :id
                               and state = 'waiting'
                               and (claimed_until is null or claimed_until <= :now)
                            returning delivery, attempts),
                        interrupted as (
                            update notification.attempt
                               set outcome = 'interrupted'
                             where delivery in (select delivery from claimed)
                               and outcome = 'sending'),
                        begun as (
                            insert into notification.attempt (delivery, number, at, outcome)
                            select delivery, attempts, :now, 'sending' from claimed)
                        select attempts from claimed
                        """)
                .param("id", id)
                .param("now", now.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .query(Integer.class)
                .optional();
    }

    /** What came of a try; the delivery waits on unless a final state is given. */
    void attempted(String id, int number, Outcome outcome, DeliveryState state, Instant at) {
        var delivered = outcome instanceof Outcome.Delivered;
        db.sql(
                        """
                        with told as (
                            update notification.attempt
                               set outcome = :outcome, detail = :detail
                             where delivery = :id and number = :number),
                        settled as (
                            update notification.delivery
                               set claimed_until = null,
                                   state = :state,
                                   why = case when :state = 'failed' then :detail end,
                                   settled_at = case when :state <> 'waiting' then :at end
                             where delivery = :id
                               and state <> 'delivered'
                            returning contact)
                        update notification.contact
                           set last_delivered = case when :delivered then :at else last_delivered end,
                               last_failure = case when :delivered then last_failure else :at end
                         where contact in (select contact from settled)
                        """)
                .param("outcome", delivered ? "delivered" : "failed")
                .param("detail", outcome.detail())
                .param("state", state.toString())
                .param("delivered", delivered)
                .param("at", at.atOffset(UTC))
                .param("id", id)
                .param("number", number)
                .update();
    }

    void notSent(String id, String why, Instant at) {
        db.sql(
                        """
                        update notification.delivery
                           set state = 'not-sent', why = :why, settled_at = :at, claimed_until = null
                         where delivery = :id
                           and state = 'waiting'
                           and (claimed_until is null or claimed_until <= :at)
                        """)
                .param("id", id)
                .param("why", why)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** Ends what waits for this reason alone, unless it is being sent; answers which. */
    List<String> withdraw(String regarding, Collection<String> types, String why, Instant at) {
        return db.sql(
                        """
                        update notification.delivery
                           set state = 'not-sent', why = :why, settled_at = :at
                         where delivery in (select delivery
                                              from notification.delivery
                                             where regarding = :regarding
                                               and type = any (:types)
                                               and state = 'waiting'
                                               and also_regarding = '{}'
                                               and (claimed_until is null or claimed_until <= :at)
                                             order by delivery
                                               for update)
                        returning delivery
                        """)
                .param("regarding", regarding)
                .param("types", types.toArray(String[]::new))
                .param("why", why)
                .param("at", at.atOffset(UTC))
                .query(String.class)
                .list();
    }

    /** Makes due what the person's other contacts wait for in the same step; answers which. */
    List<String> hasten(Delivery failing, Instant now) {
        return db.sql(
                        """
                        update notification.delivery
                           set due = :now
                         where delivery in (select delivery
                                              from notification.delivery
                                             where regarding = :regarding
                                               and person = :person
                                               and type = :type
                                               and occurred_at = :occurred
                                               and delivery <> :id
                                               and state = 'waiting'
                                               and attempts = 0
                                               and due > :now
                                             order by delivery
                                               for update)
                        returning delivery
                        """)
                .param("regarding", failing.regarding())
                .param("person", failing.person().value())
                .param("type", failing.type())
                .param("occurred", failing.occurredAt().atOffset(UTC))
                .param("id", failing.id())
                .param("now", now.atOffset(UTC))
                .query(String.class)
                .list();
    }

    /** In the order in which they were due; two queries whatever their number. */
    List<Delivery> regarding(String regarding) {
        var deliveries = db.sql("select " + DeliveryRows.COLUMNS
                        + """
                          from notification.delivery
                         where regarding = :regarding
                            or (also_regarding <> '{}' and also_regarding @> array[:regarding::text])
                         order by due, delivery
                        """)
                .param("regarding", regarding)
                .query((row, number) -> DeliveryRows.delivery(row))
                .list();
        var attempts = attempts(deliveries.stream().map(Delivery::id).toList());
        return deliveries.stream()
                .map(delivery -> delivery.with(attempts.getOrDefault(delivery.id(), List.of())))
                .toList();
    }

    /** Those of one sending, in the order in which they were due. */
    List<Delivery> regarding(String regarding, Instant occurred) {
        var deliveries = db.sql("select " + DeliveryRows.COLUMNS
                        + """
                          from notification.delivery
                         where regarding = :regarding
                           and occurred_at = :occurred
                         order by due, delivery
                        """)
                .param("regarding", regarding)
                .param("occurred", occurred.atOffset(UTC))
                .query((row, number) -> DeliveryRows.delivery(row))
                .list();
        var attempts = attempts(deliveries.stream().map(Delivery::id).toList());
        return deliveries.stream()
                .map(delivery -> delivery.with(attempts.getOrDefault(delivery.id(), List.of())))
                .toList();
    }

    private Map<String, List<Attempt>> attempts(List<String> ids) {
        var attempts = new HashMap<String, List<Attempt>>();
        if (ids.isEmpty()) return attempts;
        db.sql(
                        """
                        select delivery, at, outcome, detail
                          from notification.attempt
                         where delivery = any (:ids)
                         order by delivery, number
                        """)
                .param("ids", texts(ids))
                .query(row -> {
                    attempts.computeIfAbsent(row.getString("delivery"), id -> new ArrayList<>())
                            .add(DeliveryRows.attempt(row));
                });
        return attempts;
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
