package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Because;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What callouts did: only ever added to. */
@Repository
class EntryStore {

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};
    private static final TypeReference<List<Because>> EXPLAIN = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    EntryStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void write(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        insert into paging.entry
                               (subject, at, kind, type, person, step, round, schedule, text, data, explain)
                        select subject, at, kind, type, person, step, round, schedule, text, data, explain
                          from unnest(:subject::text[], :at::timestamptz[], :kind::text[], :type::text[],
                                      :person::text[], :step::int[], :round::int[], :schedule::text[], :text::text[],
                                      :data::jsonb[], :explain::jsonb[]) with ordinality
                            as happened (subject, at, kind, type, person, step, round, schedule, text, data, explain, n)
                         order by n
                        """)
                .param("subject", Rows.column(entries, Entry::subject))
                .param("at", Rows.column(entries, Entry::at))
                .param("kind", Rows.column(entries, it -> it.kind().word))
                .param("type", Rows.column(entries, Entry::type))
                .param("person", Rows.column(entries, Entry::person))
                .param("step", Rows.column(entries, Entry::step))
                .param("round", Rows.column(entries, Entry::round))
                .param("schedule", Rows.column(entries, Entry::schedule))
                .param("text", Rows.column(entries, Entry::text))
                .param("data", Rows.column(entries, it -> json.writeValueAsString(it.data())))
                .param("explain", Rows.column(entries, it -> json.writeValueAsString(it.explain())))
                .update();
    }

    /** For the timeline, in the order in which it happened. */
    List<PagingEntry> of(SubjectId subject) {
        return db.sql(
                        """
                        select *
                          from paging.entry
                         where subject = :subject
                           and kind <> 'told'
                         order by sequence
                        """)
                .param("subject", subject.value())
                .query(this::entry)
                .list();
    }

    /** Who was called, or told that it is major, since they were last told this. */
    List<PersonName> calledAndNotTold(SubjectId subject, String type) {
        return db.sql(
                        """
                        select person
                          from paging.entry
                         where subject = :subject
                           and person is not null
                           and kind in ('page', 'released', 'unanswered', 'told')
                         group by person
                        having max(sequence) filter (where type in ('page', 'released', 'digest', 'unanswered', 'major'))
                               > coalesce(max(sequence) filter (where type = :type), 0)
                         order by min(sequence)
                        """)
                .param("subject", subject.value())
                .param("type", type)
                .query((row, n) -> new PersonName(row.getString(1)))
                .list();
    }

    /** Who was called for a subject, each once, in the order in which they were. */
    List<PersonName> called(SubjectId subject) {
        return db.sql("""
                select person
                  from paging.entry
                 where subject = :subject
                   and person is not null
                   and kind in ('page', 'released', 'unanswered')
                 group by person
                 order by min(sequence)
                """)
                .param("subject", subject.value())
                .query((row, n) -> new PersonName(row.getString(1)))
                .list();
    }

    /** When somebody was called last; empty where nobody was. */
    Optional<Instant> lastCall(SubjectId subject) {
        return db.sql("select at from paging.entry where subject = :subject and kind in ('page', 'released', 'unanswered') order by sequence desc limit 1")
                .param("subject", subject.value())
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Whether a step called this person. */
    boolean wasCalled(SubjectId subject, PersonName person, int round, int step) {
        return db.sql("""
                select exists (select
                                 from paging.entry
                                where subject = :subject
                                  and person = :person
                                  and kind in ('page', 'released')
                                  and round = :round
                                  and step = :step)
                """)
                .param("subject", subject.value())
                .param("person", person.value())
                .param("round", round)
                .param("step", step)
                .query(Boolean.class)
                .single();
    }

    private PagingEntry entry(ResultSet row, int number) throws SQLException {
        var person = row.getString("person");
        return new PagingEntry(
                "p%012d".formatted(row.getLong("sequence")),
                new SubjectId(row.getString("subject")),
                Rows.instant(row, "at"),
                row.getString("kind"),
                person == null ? null : new PersonName(person),
                row.getObject("step", Integer.class),
                row.getObject("round", Integer.class),
                row.getString("schedule"),
                row.getString("text"),
                json.readValue(row.getString("data"), DATA),
                json.readValue(row.getString("explain"), EXPLAIN));
    }
}
