package dev.holdfast.changes;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Agendas, with the ids of what is on them. */
@Repository
class AgendaStore {

    private final JdbcClient db;

    AgendaStore(JdbcClient db) {
        this.db = db;
    }

    record Row(UUID id, Instant at, String madeBy, List<UUID> changes) {}

    void add(Row agenda, Instant now) {
        db.sql("insert into changes.agenda (id, at, made_by, made_at, changes) values (:id, :at, :by, :now, :changes)")
                .param("id", agenda.id())
                .param("at", agenda.at().atOffset(UTC))
                .param("by", agenda.madeBy())
                .param("now", now.atOffset(UTC))
                .param("changes", agenda.changes().toArray(UUID[]::new))
                .update();
    }

    Optional<Row> find(UUID id) {
        return db.sql("select * from changes.agenda where id = :id")
                .param("id", id)
                .query(AgendaStore::row)
                .optional();
    }

    /** Those at an instant or after it, the soonest first. */
    List<Row> since(Instant from, int most) {
        return db.sql("select * from changes.agenda where at >= :from order by at, id limit :most")
                .param("from", from.atOffset(UTC))
                .param("most", most)
                .query(AgendaStore::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class), Rows.instant(row, "at"), row.getString("made_by"), List.of((UUID[]) row.getArray("changes").getArray()));
    }
}
