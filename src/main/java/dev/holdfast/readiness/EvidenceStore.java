package dev.holdfast.readiness;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was written down as evidence; nothing is ever changed, the latest counts. */
@Repository
class EvidenceStore {

    private final JdbcClient db;

    EvidenceStore(JdbcClient db) {
        this.db = db;
    }

    void add(Subject subject, Preparation preparation, Evidence evidence, Instant at) {
        db.sql("""
                insert into readiness.evidence (subject_kind, subject, preparation, text, url, valid_for_seconds, made_at, made_by)
                values (:kind, :subject, :preparation, :text, :url, :validFor, :at, :by)
                """)
                .param("kind", subject.kind().word())
                .param("subject", subject.name())
                .param("preparation", preparation.word())
                .param("text", evidence.text())
                .param("url", evidence.url())
                .param("validFor", evidence.validFor() == null ? null : evidence.validFor().toSeconds())
                .param("at", at.atOffset(UTC))
                .param("by", evidence.by())
                .update();
    }

    /** What counts of several of one kind, by one query. */
    Map<String, Map<Preparation, Evidence>> latest(Subject.Kind kind, Collection<String> names) {
        var latest = new HashMap<String, Map<Preparation, Evidence>>();
        if (names.isEmpty()) return latest;
        db.sql("""
                select distinct on (subject, preparation) *
                  from readiness.evidence
                 where subject_kind = :kind
                   and subject = any(:names)
                 order by subject, preparation, id desc
                """)
                .param("kind", kind.word())
                .param("names", names.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("subject"), written(row)))
                .list()
                .forEach(each -> latest.computeIfAbsent(each.getKey(), unseen -> new EnumMap<>(Preparation.class))
                        .put(each.getValue().preparation(), each.getValue().evidence()));
        return latest;
    }

    /** All that was written, the latest first. */
    List<Written> of(Subject subject, int most) {
        return db.sql("""
                select *
                  from readiness.evidence
                 where subject_kind = :kind
                   and subject = :subject
                 order by id desc
                 limit :most
                """)
                .param("kind", subject.kind().word())
                .param("subject", subject.name())
                .param("most", most)
                .query((row, number) -> written(row))
                .list();
    }

    private static Written written(ResultSet row) throws SQLException {
        var seconds = row.getObject("valid_for_seconds", Long.class);
        return new Written(
                Preparation.of(row.getString("preparation")).orElseThrow(),
                new Evidence(
                        row.getString("text"), row.getString("url"), row.getString("made_by"),
                        Rows.instant(row, "made_at"),
                        Optional.ofNullable(seconds).map(Duration::ofSeconds).orElse(null)));
    }
}
