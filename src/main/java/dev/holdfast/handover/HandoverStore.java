package dev.holdfast.handover;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people wrote for the next shift, and who said that they have taken over. */
@Repository
class HandoverStore {

    private final JdbcClient db;

    HandoverStore(JdbcClient db) {
        this.db = db;
    }

    void add(String schedule, Note note) {
        db.sql("""
                insert into handover.note (id, schedule, since, written_by, written_at, text)
                values (:id, :schedule, :since, :by, :at, :text)
                """)
                .param("id", note.id())
                .param("schedule", schedule)
                .param("since", note.since().atOffset(UTC))
                .param("by", note.by())
                .param("at", note.at().atOffset(UTC))
                .param("text", note.text())
                .update();
    }

    /** By schedule, those written first first. */
    Map<String, List<Note>> notes(Collection<String> schedules, Instant from, Instant to) {
        if (schedules.isEmpty()) return Map.of();
        var notes = new LinkedHashMap<String, List<Note>>();
        db.sql("""
                select id, schedule, since, written_by, written_at, text
                  from handover.note
                 where schedule in (:schedules)
                   and since >= :from
                   and since <= :to
                 order by schedule, written_at, id
                """)
                .param("schedules", schedules)
                .param("from", from.atOffset(UTC))
                .param("to", to.atOffset(UTC))
                .query(row -> {
                    notes.computeIfAbsent(row.getString("schedule"), name -> new ArrayList<>()).add(note(row));
                });
        return notes;
    }

    /** False where it was acknowledged before. */
    boolean acknowledge(Changeover change, PersonName by, Instant now) {
        return db.sql("""
                insert into handover.acknowledgement (schedule, changeover, person, acknowledged_at)
                values (:schedule, :at, :person, :now)
                    on conflict (schedule, changeover, person) do nothing
                """)
                .param("schedule", change.schedule())
                .param("at", change.at().atOffset(UTC))
                .param("person", by.value())
                .param("now", now.atOffset(UTC))
                .update() == 1;
    }

    /** Whom it was acknowledged by; it counts only while they are the one who takes over. */
    record Acknowledged(String schedule, Instant at, PersonName by) {

        static Acknowledged of(Changeover change) {
            return new Acknowledged(change.schedule(), change.at(), change.to());
        }
    }

    Map<Acknowledged, Instant> acknowledged(Collection<String> schedules, Instant from, Instant to) {
        if (schedules.isEmpty()) return Map.of();
        var found = new HashMap<Acknowledged, Instant>();
        db.sql("""
                select schedule, changeover, person, acknowledged_at
                  from handover.acknowledgement
                 where schedule in (:schedules)
                   and changeover between :from and :to
                """)
                .param("schedules", schedules)
                .param("from", from.atOffset(UTC))
                .param("to", to.atOffset(UTC))
                .query(row -> {
                    var of = new Acknowledged(row.getString("schedule"), Rows.instant(row, "changeover"), new PersonName(row.getString("person")));
                    found.put(of, Rows.instant(row, "acknowledged_at"));
                });
        return found;
    }

    private static Note note(ResultSet row) throws SQLException {
        return new Note(
                row.getString("id"), row.getString("written_by"), Rows.instant(row, "written_at"), row.getString("text"), Rows.instant(row, "since"));
    }
}
