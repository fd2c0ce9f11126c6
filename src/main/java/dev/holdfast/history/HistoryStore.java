package dev.holdfast.history;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports with their faults. */
@Repository
class HistoryStore {

    private static final TypeReference<Map<String, String>> MAPPING = new TypeReference<>() {};

    private static final String SHOWN = "id, kind, state, name, made_at, ended_at, viewer, mapping, rows, done, made, known, faulty";

    /** One import is worked on at a time, on all nodes together. */
    private static final long TURN = 0x686973746f7279L;

    private final JdbcClient db;
    private final JsonMapper json;

    HistoryStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** An import that is not over, with what it needs to go on. */
    record Open(HistoryImport found, Viewer viewer, String account, byte[] content) {}

    /** False where the same one is running. */
    boolean add(HistoryImport made, Viewer viewer, String account, String digest, byte @Nullable [] content) {
        return db.sql("""
                insert into history.import (id, kind, state, name, made_at, ended_at, account, viewer, mapping, digest, rows, done, made, known, faulty, content)
                values (:id, :kind, :state, :name, :madeAt, :endedAt, :account, :viewer::json, :mapping::json, :digest, :rows, :done, :made, :known, :faulty, :content)
                    on conflict do nothing
                """)
                .param("id", made.id())
                .param("kind", made.kind().word())
                .param("state", made.state().word())
                .param("name", made.name())
                .param("madeAt", made.madeAt().atOffset(UTC))
                .param("endedAt", Rows.utc(made.endedAt()))
                .param("account", account)
                .param("viewer", json.writeValueAsString(viewer))
                .param("mapping", json.writeValueAsString(made.mapping().inOrder()))
                .param("digest", digest)
                .param("rows", made.rows())
                .param("done", made.done())
                .param("made", made.made())
                .param("known", made.known())
                .param("faulty", made.faulty())
                .param("content", content)
                .update() == 1;
    }

    /** The one that is running, else the latest that took every row of the same list. */
    Optional<UUID> same(String account, Kind kind, String digest) {
        return db.sql("""
                select id
                  from history.import
                 where account = :account
                   and kind = :kind
                   and digest = :digest
                   and (state = 'running' or state = 'done' and faulty = 0)
                 order by state = 'running' desc, made_at desc
                 limit 1
                """)
                .param("account", account)
                .param("kind", kind.word())
                .param("digest", digest)
                .query(UUID.class)
                .optional();
    }

    Optional<HistoryImport> find(UUID id, @Nullable String account) {
        return db.sql("select " + SHOWN + " from history.import where id = :id and (:account::text is null or account = :account)")
                .param("id", id)
                .param("account", account)
                .query(this::read)
                .optional()
                .map(found -> found.with(faults(id)));
    }

    /** The latest of an account, or of everybody; without their faults. */
    List<HistoryImport> latest(@Nullable String account, int most) {
        return db.sql("select " + SHOWN + " from history.import where :account::text is null or account = :account order by made_at desc limit :most")
                .param("account", account)
                .param("most", most)
                .query(this::read)
                .list();
    }

    Optional<Open> open(UUID id) {
        return db.sql("select * from history.import where id = :id and content is not null")
                .param("id", id)
                .query((row, number) -> new Open(
                        read(row, number), json.readValue(row.getString("viewer"), Viewer.class), row.getString("account"), row.getBytes("content")))
                .optional();
    }

    /** Whether this transaction may go on with it: nobody else works on any, and it is as far as that. */
    boolean claim(UUID id, int done) {
        return db.sql("select pg_try_advisory_xact_lock(:turn)").param("turn", TURN).query(Boolean.class).single()
                && db.sql("select true from history.import where id = :id and state = 'running' and done = :done for update")
                        .param("id", id)
                        .param("done", done)
                        .query(Boolean.class)
                        .optional()
                        .isPresent();
    }

    void advance(UUID id, Tally tally) {
        db.sql("""
                update history.import
                   set done = done + :done, made = made + :made, known = known + :known, faulty = faulty + :faulty
                 where id = :id
                """)
                .param("id", id)
                .param("done", tally.done())
                .param("made", tally.made())
                .param("known", tally.known())
                .param("faulty", tally.faulty())
                .update();
    }

    /** The first of them; beyond so many only their number is kept. */
    void addFaults(UUID id, List<RowFault> faults) {
        if (faults.isEmpty()) return;
        db.sql("""
                insert into history.fault (import, row, "column", code, message)
                select :id, said.row, said.head, said.code, said.message
                  from unnest(:rows::bigint[], :columns::text[], :codes::text[], :messages::text[]) with ordinality
                       as said (row, head, code, message, place)
                 order by place
                 limit greatest(0, :most - (select count(*) from history.fault where import = :id))
                """)
                .param("id", id)
                .param("rows", faults.stream().map(RowFault::row).toArray(Long[]::new))
                .param("columns", faults.stream().map(RowFault::column).toArray(String[]::new))
                .param("codes", faults.stream().map(RowFault::code).toArray(String[]::new))
                .param("messages", faults.stream().map(RowFault::message).toArray(String[]::new))
                .param("most", HistoryImport.MOST_FAULTS)
                .update();
    }

    List<RowFault> faults(UUID id) {
        return db.sql("select row, \"column\", code, message from history.fault where import = :id order by number")
                .param("id", id)
                .query((row, number) -> new RowFault(row.getLong("row"), row.getString("column"), row.getString("code"), row.getString("message")))
                .list();
    }

    void touch(UUID id, Collection<ServiceName> services) {
        if (services.isEmpty()) return;
        db.sql("insert into history.touched (import, service) select :id, unnest(:services::text[]) on conflict do nothing")
                .param("id", id)
                .param("services", services.stream().map(ServiceName::value).toArray(String[]::new))
                .update();
    }

    /** Takes some away. */
    List<ServiceName> takeTouched(UUID id, int most) {
        return db.sql("""
                delete from history.touched
                 where import = :id
                   and service in (select service from history.touched where import = :id order by service limit :most)
                returning service
                """)
                .param("id", id)
                .param("most", most)
                .query((row, number) -> new ServiceName(row.getString("service")))
                .list();
    }

    void choose(UUID id, Mapping mapping) {
        db.sql("update history.import set mapping = :mapping::json where id = :id and state = 'waiting'")
                .param("id", id)
                .param("mapping", json.writeValueAsString(mapping.inOrder()))
                .update();
    }

    /** False where it was not waiting. */
    boolean start(UUID id, String digest) {
        return db.sql("update history.import set state = 'running', digest = :digest where id = :id and state = 'waiting'")
                        .param("id", id)
                        .param("digest", digest)
                        .update() == 1;
    }

    void drop(UUID id) {
        db.sql("delete from history.import where id = :id and state = 'waiting'").param("id", id).update();
    }

    /** Its content is not needed any more. */
    void end(UUID id, Instant now) {
        db.sql("update history.import set state = 'done', ended_at = :now, content = null where id = :id")
                .param("id", id)
                .param("now", now.atOffset(UTC))
                .update();
    }

    int unfinished(String account) {
        return db.sql("select count(*) from history.import where account = :account and state in ('waiting', 'running')")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    void forget(Instant endedBefore, Instant waitingBefore) {
        db.sql("delete from history.import where ended_at < :ended or state = 'waiting' and made_at < :waiting")
                .param("ended", endedBefore.atOffset(UTC))
                .param("waiting", waitingBefore.atOffset(UTC))
                .update();
    }

    private HistoryImport read(ResultSet row, int number) throws SQLException {
        return new HistoryImport(
                row.getObject("id", UUID.class),
                Rows.choice(Kind.class, row.getString("kind")),
                Rows.choice(HistoryImport.State.class, row.getString("state")),
                row.getString("name"),
                Rows.instant(row, "made_at"),
                Rows.instantOrNull(row, "ended_at"),
                json.readValue(row.getString("viewer"), Viewer.class).by(),
                new Mapping(json.readValue(row.getString("mapping"), MAPPING)),
                row.getInt("rows"),
                row.getInt("done"),
                row.getInt("made"),
                row.getInt("known"),
                row.getInt("faulty"),
                List.of());
    }
}
