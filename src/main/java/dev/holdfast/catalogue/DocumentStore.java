package dev.holdfast.catalogue;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.quantities.Period;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of documents. */
@Component
class DocumentStore {

    private final JdbcClient db;

    DocumentStore(JdbcClient db) {
        this.db = db;
    }

    long revision() {
        return db.sql("select revision from catalogue.revision").query(Long.class).single();
    }

    /** Waits for whoever changes the catalogue now, then keeps others waiting. */
    long lock() {
        return db.sql("select revision from catalogue.revision for update").query(Long.class).single();
    }

    void revise(long revision) {
        db.sql("update catalogue.revision set revision = :revision").param("revision", revision).update();
    }

    List<Document> since(long revision) {
        return db.sql("""
                select *, lower(in_force) as starts, upper(in_force) as ends, isempty(in_force) as never
                  from catalogue.document
                 where revision > :revision
                """).param("revision", revision).query(DocumentStore::document).list();
    }

    List<Document> reaching(Instant floor) {
        return db.sql("""
                select *, lower(in_force) as starts, upper(in_force) as ends, isempty(in_force) as never
                  from catalogue.document
                 where upper_inf(in_force) or upper(in_force) > :floor
                """).param("floor", floor.atOffset(UTC)).query(DocumentStore::document).list();
    }

    /** Versions that ended after one instant and not after another. */
    List<Document> ended(Instant after, Instant last) {
        return db.sql("""
                select *, lower(in_force) as starts, upper(in_force) as ends, false as never
                  from catalogue.document
                 where upper(in_force) > :after
                   and upper(in_force) <= :last
                """)
                .param("after", after.atOffset(UTC))
                .param("last", last.atOffset(UTC))
                .query(DocumentStore::document)
                .list();
    }

    List<Document> versions(Document.Key key) {
        return db.sql("""
                select *, lower(in_force) as starts, upper(in_force) as ends, false as never
                  from catalogue.document
                 where kind = :kind
                   and name = :name
                   and not isempty(in_force)
                 order by version
                """)
                .param("kind", key.kind())
                .param("name", key.name())
                .query(DocumentStore::document)
                .list();
    }

    /** Of these things, what is in force at that instant or after it. */
    List<Document> reaching(String kind, Collection<String> names, Instant from) {
        return db.sql("""
                select *, lower(in_force) as starts, upper(in_force) as ends, false as never
                  from catalogue.document
                 where kind = :kind
                   and name = any(:names)
                   and not isempty(in_force)
                   and (upper_inf(in_force) or upper(in_force) > :from)
                 order by version
                """)
                .param("kind", kind)
                .param("names", names.toArray(String[]::new))
                .param("from", from.atOffset(UTC))
                .query(DocumentStore::document)
                .list();
    }

    Map<String, Instant> ended(String kind, Instant at) {
        return db.sql("""
                select name, max(upper(in_force)) as ended
                  from catalogue.document
                 where kind = :kind
                   and not isempty(in_force)
                 group by name
                having not bool_or(upper_inf(in_force))
                   and max(upper(in_force)) <= :at
                """)
                .param("kind", kind)
                .param("at", at.atOffset(UTC))
                .query((row, number) -> Map.entry(row.getString("name"), instant(row, "ended", Instant.EPOCH)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Documents.Changes> changes(@Nullable Instant before, int most) {
        return db.sql("""
                select recorded_at, recorded_by, count(*) filter (where version = 1) as made,
                       count(*) filter (where version > 1) as changed,
                       (array_agg(name order by place))[1\\:3] as some
                  from catalogue.document
                 where recorded_at < coalesce(:before::timestamptz, 'infinity')
                 group by recorded_at, recorded_by
                 order by recorded_at desc, recorded_by
                 limit :most
                """)
                .param("before", Rows.utc(before), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("most", most)
                .query((row, number) -> new Documents.Changes(
                        instant(row, "recorded_at", Instant.EPOCH),
                        row.getString("recorded_by"),
                        row.getInt("made"),
                        row.getInt("changed"),
                        List.of((String[]) row.getArray("some").getArray())))
                .list();
    }

    /** What was recorded at that instant, each after the version before it. */
    List<Document> recorded(Instant at) {
        return db.sql("""
                with changed as (
                    select kind, name, version from catalogue.document where recorded_at = :at
                )
                select document.*, lower(in_force) as starts, upper(in_force) as ends, isempty(in_force) as never
                  from catalogue.document as document
                 where (kind, name, version) in (select kind, name, version from changed
                                                 union all
                                                 select kind, name, version - 1 from changed)
                 order by place, version
                """).param("at", at.atOffset(UTC)).query(DocumentStore::document).list();
    }

    int newestVersion(Document.Key key) {
        return db.sql("""
                select coalesce(max(version), 0)
                  from catalogue.document
                 where kind = :kind
                   and name = :name
                """)
                .param("kind", key.kind())
                .param("name", key.name())
                .query(Integer.class)
                .single();
    }

    void insert(Document document, boolean forAllTimeBefore) {
        db.sql("""
                insert into catalogue.document (kind, name, version, place, title, description, metadata, spec,
                       effective_from, in_force, recorded_at, recorded_by, revision)
                values (:kind, :name, :version, :place, :title, :description, :metadata::json, :spec::json,
                       :effective, tstzrange(:starts, null), :recorded, :by, :revision)
                """)
                .param("kind", document.kind())
                .param("name", document.name())
                .param("version", document.version())
                .param("place", document.place())
                .param("title", document.title())
                .param("description", document.description())
                .param("metadata", SpecJson.text(document.metadata()))
                .param("spec", SpecJson.text(document.spec()))
                .param("effective", document.effectiveFrom().atOffset(UTC))
                .param("starts", forAllTimeBefore ? null : document.effectiveFrom().atOffset(UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("recorded", document.recordedAt().atOffset(UTC))
                .param("by", document.recordedBy())
                .param("revision", document.revision())
                .update();
    }

    /** Cuts what is in force after an instant; a version that would begin only then never is. */
    void end(Document.Key key, Instant at, long revision) {
        db.sql("""
                update catalogue.document
                   set in_force = case when lower(in_force) >= :at then 'empty'::tstzrange
                                       else tstzrange(lower(in_force), :at) end,
                       revision = :revision
                 where kind = :kind
                   and name = :name
                   and not isempty(in_force)
                   and (upper_inf(in_force) or upper(in_force) > :at)
                """)
                .param("kind", key.kind())
                .param("name", key.name())
                .param("at", at.atOffset(UTC))
                .param("revision", revision)
                .update();
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        var effectiveFrom = instant(row, "effective_from", Instant.EPOCH);
        return new Document(
                row.getString("kind"),
                row.getString("name"),
                row.getInt("version"),
                row.getLong("place"),
                row.getString("title"),
                row.getString("description"),
                SpecJson.parse(row.getString("metadata")),
                SpecJson.parse(row.getString("spec")),
                effectiveFrom,
                row.getBoolean("never") ? new Period(effectiveFrom, effectiveFrom) : inForce(row),
                instant(row, "recorded_at", Instant.EPOCH),
                row.getString("recorded_by"),
                row.getLong("revision"));
    }

    private static Period inForce(ResultSet row) throws SQLException {
        return new Period(instant(row, "starts", Instant.MIN), Rows.instantOrNull(row, "ends"));
    }

    private static Instant instant(ResultSet row, String column, Instant absent) throws SQLException {
        return Objects.requireNonNullElse(Rows.instantOrNull(row, column), absent);
    }
}
