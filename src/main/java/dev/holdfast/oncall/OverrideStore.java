package dev.holdfast.oncall;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The overrides that people made, those made last at the end. */
@Repository
class OverrideStore {

    private final JdbcClient db;

    OverrideStore(JdbcClient db) {
        this.db = db;
    }

    void add(MadeOverride override) {
        db.sql("""
                insert into oncall.override (id, schedule, starts_at, ends_at, person, note, made_at, made_by, swap)
                values (:id, :schedule, :from, :to, :person, :note, :madeAt, :madeBy, :swap)
                """)
                .param("id", override.id())
                .param("schedule", override.schedule())
                .param("from", override.from().atOffset(UTC))
                .param("to", override.to().atOffset(UTC))
                .param("person", override.person().value())
                .param("note", override.note())
                .param("madeAt", override.madeAt().atOffset(UTC))
                .param("madeBy", override.madeBy())
                .param("swap", override.swap())
                .update();
    }

    /** What is decided of a schedule is decided one after the other: whoever waits here sees what was decided before. */
    void lock(String schedule) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('oncall/' || :schedule, 0))")
                .param("schedule", schedule)
                .query((row, number) -> schedule)
                .list();
    }

    List<MadeOverride> of(String schedule) {
        return db.sql("""
                select id, schedule, starts_at, ends_at, person, note, made_at, made_by, ended_at, swap
                  from oncall.override
                 where schedule = :schedule
                 order by made
                """)
                .param("schedule", schedule)
                .query(OverrideStore::row)
                .list();
    }

    /** Of these schedules, what still goes on at that instant or is ahead of it. */
    List<MadeOverride> from(Collection<String> schedules, Instant at) {
        if (schedules.isEmpty()) {
            return List.of();
        }
        return db.sql("""
                select id, schedule, starts_at, ends_at, person, note, made_at, made_by, ended_at, swap
                  from oncall.override
                 where schedule in (:schedules)
                   and ends_at > :at
                 order by made
                """)
                .param("schedules", schedules)
                .param("at", at.atOffset(UTC))
                .query(OverrideStore::row)
                .list();
    }

    /** The schedules on which that person was put by hand, as far as that goes on or is ahead. */
    Set<String> schedulesOf(PersonName person, Instant at) {
        return db.sql("""
                select distinct schedule
                  from oncall.override
                 where person = :person
                   and ends_at > :at
                """)
                .param("person", person.value())
                .param("at", at.atOffset(UTC))
                .query(String.class)
                .set();
    }

    Optional<MadeOverride> find(String schedule, String id) {
        return db.sql("""
                select id, schedule, starts_at, ends_at, person, note, made_at, made_by, ended_at, swap
                  from oncall.override
                 where schedule = :schedule
                   and id = :id
                """)
                .param("schedule", schedule)
                .param("id", id)
                .query(OverrideStore::row)
                .optional();
    }

    void end(String id, Instant at, String by) {
        db.sql("""
                update oncall.override
                   set ended_at = :at, ended_by = :by
                 where id = :id
                   and ended_at is null
                   and ends_at > :at
                """)
                .param("id", id)
                .param("at", at.atOffset(UTC))
                .param("by", by)
                .update();
    }

    /** With the schedule itself. */
    void endAll(String schedule, Instant at, String by) {
        db.sql("""
                update oncall.override
                   set ended_at = :at, ended_by = :by
                 where schedule = :schedule
                   and ended_at is null
                   and ends_at > :at
                """)
                .param("schedule", schedule)
                .param("at", at.atOffset(UTC))
                .param("by", by)
                .update();
    }

    private static MadeOverride row(ResultSet row, int number) throws SQLException {
        return new MadeOverride(
                row.getString("id"),
                row.getString("schedule"),
                Rows.instant(row, "starts_at"),
                Rows.instant(row, "ends_at"),
                new PersonName(row.getString("person")),
                row.getString("note"),
                Rows.instant(row, "made_at"),
                row.getString("made_by"),
                row.getObject("ended_at") == null ? null : Rows.instant(row, "ended_at"),
                row.getString("swap"));
    }
}
