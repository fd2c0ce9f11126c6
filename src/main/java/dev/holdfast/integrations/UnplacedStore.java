package dev.holdfast.integrations;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.quantities.TimeOrdered;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Events that wait to be placed, and what became of those that do no more. */
@Repository
class UnplacedStore {

    private static final String WAITING = "select * from integrations.unplaced_event where state = 'waiting'";

    private final JdbcClient db;
    private final JsonMapper json;

    UnplacedStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    UUID add(IntegrationName integration, String event, PipelineEvent said, String why, Instant now) {
        var id = TimeOrdered.id(now);
        db.sql("""
                insert into integrations.unplaced_event (id, integration, received_at, event, source, why, said)
                values (:id, :integration, :now, :event, :source, :why, :said)
                """)
                .param("id", id)
                .param("integration", integration.value())
                .param("now", now.atOffset(UTC))
                .param("event", event)
                .param("source", said.source())
                .param("why", why)
                .param("said", json.writerFor(PipelineEvent.class).writeValueAsString(said))
                .update();
        return id;
    }

    /** The latest first, older than one where there is one. */
    List<UnplacedEvent> waiting(@Nullable UUID before, int most) {
        var query = db.sql(WAITING + (before == null ? "" : " and id < :before") + " order by id desc limit :most").param("most", most);
        return (before == null ? query : query.param("before", before)).query(this::event).list();
    }

    /** The latest of each source, and how many wait of it. */
    List<UnplacedSource> sources(int most) {
        return db.sql("""
                select latest.*, waiting.events, waiting.since
                  from (select integration, source, count(*) events, min(received_at) since, max(id::text)::uuid latest
                          from integrations.unplaced_event
                         where state = 'waiting'
                         group by integration, source) waiting
                  join integrations.unplaced_event latest on latest.id = waiting.latest
                 order by latest.id desc
                 limit :most
                """)
                .param("most", most)
                .query((row, number) -> new UnplacedSource(event(row, number), row.getInt("events"), Rows.instant(row, "since")))
                .list();
    }

    /** Those that wait of one source, the oldest first. */
    List<UUID> of(String integration, String source) {
        return db.sql("""
                select id
                  from integrations.unplaced_event
                 where state = 'waiting'
                   and integration = :integration
                   and source = :source
                 order by id
                """)
                .param("integration", integration)
                .param("source", source)
                .query(UUID.class)
                .list();
    }

    Optional<UnplacedEvent> find(UUID id) {
        return db.sql(WAITING + " and id = :id").param("id", id).query(this::event).optional();
    }

    /** Locked until the transaction ends; empty where it does not wait any more. */
    Optional<UnplacedEvent> lock(UUID id) {
        return db.sql(WAITING + " and id = :id for update").param("id", id).query(this::event).optional();
    }

    void decide(UUID id, String state, String by, Instant at) {
        db.sql("update integrations.unplaced_event set state = :state, decided_by = :by, decided_at = :at where id = :id")
                .param("state", state)
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .param("id", id)
                .update();
    }

    private UnplacedEvent event(ResultSet row, int number) throws SQLException {
        return new UnplacedEvent(
                row.getObject("id", UUID.class), row.getString("integration"), Rows.instant(row, "received_at"), row.getString("event"),
                json.readValue(row.getString("said"), PipelineEvent.class), row.getString("why"), null);
    }
}
