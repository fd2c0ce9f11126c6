package dev.holdfast.oncall;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The leave of people; what was withdrawn counts as far as it had been. */
@Repository
class LeaveStore {

    private final JdbcClient db;

    LeaveStore(JdbcClient db) {
        this.db = db;
    }

    void add(Leave leave) {
        db.sql("""
                insert into oncall.leave (id, person, starts_at, ends_at, note, origin, event, made_at, made_by)
                values (:id, :person, :from, :to, :note, :origin, :event, :madeAt, :madeBy)
                """)
                .param("id", leave.id())
                .param("person", leave.person().value())
                .param("from", leave.from().atOffset(UTC))
                .param("to", leave.to().atOffset(UTC))
                .param("note", leave.note())
                .param("origin", leave.origin().name().toLowerCase(Locale.ROOT))
                .param("event", leave.event())
                .param("madeAt", leave.madeAt().atOffset(UTC))
                .param("madeBy", leave.madeBy())
                .update();
    }

    List<Leave> of(Collection<PersonName> people, Instant from, Instant to) {
        if (people.isEmpty()) {
            return List.of();
        }
        return db.sql("""
                select id, person, starts_at, least(ends_at, withdrawn_at) as ends_at, note, origin, event, made_at, made_by
                  from oncall.leave
                 where person = any(:people::text[])
                   and starts_at < :to
                   and ends_at > :from
                   and (withdrawn_at is null or withdrawn_at > greatest(starts_at, :from))
                 order by starts_at, ends_at, id
                """)
                .param("people", people.stream().map(PersonName::value).toArray(String[]::new))
                .param("from", from.atOffset(UTC))
                .param("to", to.atOffset(UTC))
                .query(LeaveStore::row)
                .list();
    }

    Optional<Leave> find(PersonName person, String id) {
        return db.sql("""
                select id, person, starts_at, ends_at, note, origin, event, made_at, made_by
                  from oncall.leave
                 where person = :person
                   and id = :id
                   and withdrawn_at is null
                """)
                .param("person", person.value())
                .param("id", id)
                .query(LeaveStore::row)
                .optional();
    }

    void withdraw(Collection<String> ids, Instant at, String by) {
        if (ids.isEmpty()) {
            return;
        }
        db.sql("""
                update oncall.leave
                   set withdrawn_at = :at, withdrawn_by = :by
                 where id in (:ids)
                   and withdrawn_at is null
                   and ends_at > :at
                """)
                .param("ids", ids)
                .param("at", at.atOffset(UTC))
                .param("by", by)
                .update();
    }

    /** What a person's calendars brought that is not over; with what somebody withdrew of their own calendar. */
    List<LeaveNews.Known> known(PersonName person, Leave.Origin origin, Instant now) {
        return db.sql("""
                select id, person, starts_at, ends_at, note, origin, event, made_at, made_by, withdrawn_at is not null as withdrawn
                  from oncall.leave
                 where person = :person
                   and origin = :origin
                   and ends_at > :now
                   and (withdrawn_at is null or (origin = 'address' and withdrawn_by <> 'holdfast'))
                 order by starts_at
                """)
                .param("person", person.value())
                .param("origin", origin.name().toLowerCase(Locale.ROOT))
                .param("now", now.atOffset(UTC))
                .query((row, number) -> new LeaveNews.Known(row(row, number), row.getBoolean("withdrawn")))
                .list();
    }

    /** What was read from a person's own calendar, which is theirs no more. */
    void withdrawRead(String person, Instant at, String by) {
        db.sql("""
                update oncall.leave
                   set withdrawn_at = :at, withdrawn_by = :by
                 where person = :person
                   and origin = 'address'
                   and withdrawn_at is null
                   and ends_at > :at
                """)
                .param("person", person)
                .param("at", at.atOffset(UTC))
                .param("by", by)
                .update();
    }

    private static Leave row(ResultSet row, int number) throws SQLException {
        return new Leave(
                row.getString("id"),
                new PersonName(row.getString("person")),
                Rows.instant(row, "starts_at"),
                Rows.instant(row, "ends_at"),
                row.getString("note"),
                Rows.choice(Leave.Origin.class, row.getString("origin")),
                row.getString("event"),
                Rows.instant(row, "made_at"),
                row.getString("made_by"));
    }
}
