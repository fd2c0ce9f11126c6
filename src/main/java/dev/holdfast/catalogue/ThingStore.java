package dev.holdfast.catalogue;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What exists now, and what it promises. */
@Component
class ThingStore {

    private final JdbcClient db;

    ThingStore(JdbcClient db) {
        this.db = db;
    }

    long make(Document.Key key) {
        return db.sql("insert into catalogue.thing (kind, name) values (:kind, :name) returning place")
                .param("kind", key.kind())
                .param("name", key.name())
                .query(Long.class)
                .single();
    }

    void end(Document.Key key) {
        db.sql("delete from catalogue.thing where kind = :kind and name = :name")
                .param("kind", key.kind())
                .param("name", key.name())
                .update();
    }

    void refer(Document.Key from, int version, Collection<Reference> references) {
        for (var reference : references) {
            db.sql("""
                    insert into catalogue.reference (from_kind, from_name, version, path, to_kind, to_name)
                    values (:kind, :name, :version, :path, :toKind, :toName)
                    """)
                    .param("kind", from.kind())
                    .param("name", from.name())
                    .param("version", version)
                    .param("path", reference.path())
                    .param("toKind", reference.kind())
                    .param("toName", reference.name())
                    .update();
        }
    }

    /** References of versions that are over. */
    void forgetReferencesBefore(Instant now) {
        db.sql("""
                delete from catalogue.reference as reference
                 using catalogue.document as document
                 where document.kind = reference.from_kind
                   and document.name = reference.from_name
                   and document.version = reference.version
                   and (isempty(document.in_force) or upper(document.in_force) <= :now)
                """).param("now", now.atOffset(UTC)).update();
    }

    /** Who else needs a thing, and where they say so. */
    List<Need> needing(Document.Key key) {
        return db.sql("""
                select distinct from_kind || '/' || from_name as "from", path
                  from catalogue.reference
                 where to_kind = :kind
                   and to_name = :name
                   and (from_kind, from_name) <> (:kind, :name)
                 order by 1, 2
                """)
                .param("kind", key.kind())
                .param("name", key.name())
                .query(Need.class)
                .list();
    }

    /** Who needs a thing, and where it is said. */
    record Need(String from, String path) {}

    void releaseDatabases(String service) {
        db.sql("delete from catalogue.database_consumer where service = :service")
                .param("service", service)
                .update();
    }

    void takeDatabase(String database, String service) {
        db.sql("insert into catalogue.database_consumer (database, service) values (:database, :service)")
                .param("database", database)
                .param("service", service)
                .update();
    }

    /** Null where nobody who exists owns it. */
    void own(String service, @Nullable String team) {
        db.sql("delete from catalogue.service_owner where service = :service")
                .param("service", service)
                .update();
        if (team == null) return;
        db.sql("insert into catalogue.service_owner (service, team) values (:service, :team)")
                .param("service", service)
                .param("team", team)
                .update();
    }

    Map<String, String> marks(Document.Key key) {
        return db.sql("select path, mark from catalogue.secret_mark where kind = :kind and name = :name")
                .param("kind", key.kind())
                .param("name", key.name())
                .query((row, number) -> Map.entry(row.getString("path"), row.getString("mark")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void mark(Document.Key key, String path, String mark) {
        db.sql("""
                insert into catalogue.secret_mark (kind, name, path, mark)
                values (:kind, :name, :path, :mark)
                    on conflict (kind, name, path) do update set mark = excluded.mark
                """)
                .param("kind", key.kind())
                .param("name", key.name())
                .param("path", path)
                .param("mark", mark)
                .update();
    }
}
