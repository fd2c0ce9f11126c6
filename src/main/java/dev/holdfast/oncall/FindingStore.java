package dev.holdfast.oncall;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found, until it is mended, and who was told. */
@Repository
class FindingStore {

    private final JdbcClient db;

    FindingStore(JdbcClient db) {
        this.db = db;
    }

    /** One look at a time. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(hashtext('oncall.finding'))").query((row, number) -> "").list();
    }

    /** Of these schedules, and those of none. */
    List<Finding> open(Collection<String> schedules) {
        return db.sql("""
                select id, code, schedule, people, starts_at, ends_at, text, url, seen_at
                  from oncall.finding
                 where gone_at is null
                   and (schedule is null or schedule = any(:schedules::text[]))
                """)
                .param("schedules", schedules.toArray(String[]::new))
                .query(FindingStore::row)
                .list();
    }

    List<Finding> open() {
        return db.sql("""
                select id, code, schedule, people, starts_at, ends_at, text, url, seen_at
                  from oncall.finding
                 where gone_at is null
                """).query(FindingStore::row).list();
    }

    void add(List<Finding> findings) {
        if (findings.isEmpty()) return;
        db.sql("""
                insert into oncall.finding (id, code, schedule, people, starts_at, ends_at, text, url, seen_at)
                select id, code, schedule, string_to_array(people, ' '), starts_at, ends_at, text, url, seen_at
                  from unnest(:ids::text[], :codes::text[], :schedules::text[], :people::text[], :starts::timestamptz[],
                              :ends::timestamptz[], :texts::text[], :urls::text[], :seen::timestamptz[])
                    as found (id, code, schedule, people, starts_at, ends_at, text, url, seen_at)
                """)
                .param("ids", Rows.column(findings, Finding::id))
                .param("codes", Rows.column(findings, each -> each.check().code()))
                .param("schedules", Rows.column(findings, each -> each.check().schedule()))
                .param("people", Rows.column(findings, each -> String.join(" ", each.check().people().stream().map(PersonName::value).toList())))
                .param("starts", Rows.column(findings, each -> each.check().from()))
                .param("ends", Rows.column(findings, each -> each.check().to()))
                .param("texts", Rows.column(findings, each -> each.check().text()))
                .param("urls", Rows.column(findings, each -> each.check().url()))
                .param("seen", Rows.column(findings, Finding::seenAt))
                .update();
    }

    /** With the dates and words that they have by now. */
    void update(Map<Finding, Check> goingOn) {
        if (goingOn.isEmpty()) return;
        var entries = List.copyOf(goingOn.entrySet());
        db.sql("""
                update oncall.finding
                   set starts_at = now_is.starts_at, ends_at = now_is.ends_at, text = now_is.text, url = now_is.url
                  from unnest(:ids::text[], :starts::timestamptz[], :ends::timestamptz[], :texts::text[], :urls::text[])
                    as now_is (id, starts_at, ends_at, text, url)
                 where finding.id = now_is.id
                """)
                .param("ids", Rows.column(entries, each -> each.getKey().id()))
                .param("starts", Rows.column(entries, each -> each.getValue().from()))
                .param("ends", Rows.column(entries, each -> each.getValue().to()))
                .param("texts", Rows.column(entries, each -> each.getValue().text()))
                .param("urls", Rows.column(entries, each -> each.getValue().url()))
                .update();
    }

    void end(List<Finding> gone, Instant now) {
        if (gone.isEmpty()) return;
        db.sql("update oncall.finding set gone_at = :now where id = any(:ids::text[])")
                .param("now", now.atOffset(UTC))
                .param("ids", Rows.column(gone, Finding::id))
                .update();
    }

    /** That a person is told of it in a message. */
    record Told(Finding finding, PersonName person, String batch) {}

    void tell(List<Told> told, Instant now) {
        if (told.isEmpty()) return;
        db.sql("""
                insert into oncall.finding_told (finding, person, batch, told_at)
                select finding, person, batch, :now
                  from unnest(:findings::text[], :people::text[], :batches::text[]) as told (finding, person, batch)
                """)
                .param("now", now.atOffset(UTC))
                .param("findings", Rows.column(told, each -> each.finding().id()))
                .param("people", Rows.column(told, Told::person))
                .param("batches", Rows.column(told, Told::batch))
                .update();
    }

    /** What of a message's findings is still to be mended, the nearest first. */
    List<Finding> toMend(String batch, PersonName person) {
        return db.sql("""
                select id, code, schedule, people, starts_at, ends_at, text, url, seen_at
                  from oncall.finding
                  join oncall.finding_told on finding_told.finding = finding.id
                 where finding_told.batch = :batch
                   and finding_told.person = :person
                   and gone_at is null
                 order by starts_at nulls last, schedule, code, id
                """)
                .param("batch", batch)
                .param("person", person.value())
                .query(FindingStore::row)
                .list();
    }

    private static Finding row(ResultSet row, int number) throws SQLException {
        var people = Arrays.stream((String[]) row.getArray("people").getArray()).map(PersonName::new).toList();
        var check = new Check(
                Check.Code.valueOf(row.getString("code")), row.getString("schedule"), null, people, Rows.instantOrNull(row, "starts_at"), Rows.instantOrNull(row, "ends_at"),
                row.getString("text"), "", row.getString("url"), null, null);
        return new Finding(row.getString("id"), check, Rows.instant(row, "seen_at"));
    }
}
