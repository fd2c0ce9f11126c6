package dev.holdfast.notification;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of contacts and of the rules that use them. */
@Repository
class ContactStore {

    private final JdbcClient db;

    ContactStore(JdbcClient db) {
        this.db = db;
    }

    record Key(By by, String address) {}

    /** Each contact of a person, and whether it has a secret. */
    Map<Key, Boolean> secretsOf(String person) {
        var found = new HashMap<Key, Boolean>();
        db.sql("select by, address, secret is not null as sealed from notification.contact where person = :person")
                .param("person", person)
                .query(row -> {
                    found.put(new Key(By.of(row.getString("by")), row.getString("address")), row.getBoolean("sealed"));
                });
        return found;
    }

    String keep(String person, String fresh, Key key, byte @Nullable [] secret, String by, Instant at) {
        return db.sql(
                        """
                        insert into notification.contact as known
                               (contact, person, by, address, secret, confirmed_at, confirmed_by)
                        values (:fresh, :person, :by, :address,
                                coalesce(:secret::bytea, (select secret from notification.contact
                                                           where person = :person and by = :by and address = :address)),
                                :at, :confirmer)
                            on conflict (person, by, address) do update
                           set secret = excluded.secret,
                               confirmed_at = coalesce(known.confirmed_at, excluded.confirmed_at),
                               confirmed_by = coalesce(known.confirmed_by, excluded.confirmed_by)
                        returning contact
                        """)
                .param("fresh", fresh)
                .param("person", person)
                .param("by", key.by().toString())
                .param("address", key.address())
                .param("secret", secret)
                .param("at", at.atOffset(UTC))
                .param("confirmer", by)
                .query(String.class)
                .single();
    }

    void removeOthers(String person, Collection<String> kept) {
        db.sql("delete from notification.contact where person = :person and contact <> all (:kept)")
                .param("person", person)
                .param("kept", kept.toArray(String[]::new))
                .update();
    }

    void replaceRules(String person, List<NotifyRule> rules, Map<Key, String> contacts) {
        db.sql("delete from notification.rule where person = :person")
                .param("person", person)
                .update();
        for (var position = 0; position < rules.size(); position++) {
            var rule = rules.get(position);
            db.sql(
                            """
                            insert into notification.rule (person, position, contact, wait_ms)
                            values (:person, :position, :contact, :wait)
                            """)
                    .param("person", person)
                    .param("position", position)
                    .param("contact", contacts.get(new Key(rule.by(), rule.address())))
                    .param("wait", rule.after().toMillis())
                    .update();
        }
    }

    List<Contact> of(String person, Set<String> usable) {
        return db.sql(
                        """
                        select contact, by, address, confirmed_at, confirmed_by, last_delivered, last_failure, wait_ms
                          from notification.contact
                          join (select contact, min(position) as position, min(wait_ms) as wait_ms
                                  from notification.rule
                                 group by contact) as used using (contact)
                         where person = :person
                         order by position
                        """)
                .param("person", person)
                .query((row, number) -> contact(row, usable))
                .list();
    }

    Set<String> reachable(Collection<String> people, Set<String> usable) {
        return new HashSet<>(db.sql(
                        """
                        select distinct rule.person
                          from notification.rule
                          join notification.contact using (contact)
                         where rule.person = any (:people)
                           and confirmed_at is not null
                           and by = any (:usable)
                        """)
                .param("people", people.toArray(String[]::new))
                .param("usable", usable.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    private static Contact contact(ResultSet row, Set<String> usable) throws SQLException {
        var by = By.of(row.getString("by"));
        var confirmedAt = Rows.instantOrNull(row, "confirmed_at");
        return new Contact(
                row.getString("contact"),
                by,
                Mask.of(by, row.getString("address")),
                confirmedAt != null,
                confirmedAt,
                row.getString("confirmed_by"),
                Rows.instantOrNull(row, "last_delivered"),
                Rows.instantOrNull(row, "last_failure"),
                confirmedAt != null && usable.contains(by.toString()),
                Duration.ofMillis(row.getLong("wait_ms")));
    }
}
