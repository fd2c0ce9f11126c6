package dev.holdfast.remuneration;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.rows.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what people did about statements: approvals of one holder, corrections and disputes. */
@Repository
class ActStore {

    private final JdbcClient db;

    ActStore(JdbcClient db) {
        this.db = db;
    }

    /** @param seen the lines for which it was given */
    record Approved(String statement, String holder, String by, Instant at, String seen) {}

    record Disputed(String statement, Statement.Dispute dispute) {}

    /** A correction as it was made. */
    record Correction(
            String id, PersonName person, YearMonth month, String statement, String corrects, Instant at, String by, BigDecimal amount,
            String note, Share share) {}

    void approve(Approved approval) {
        db.sql("""
                insert into remuneration.approval (statement, holder, approved_by, approved_at, seen)
                values (:statement, :holder, :by, :at, :seen)
                    on conflict (statement, holder) do update
                   set approved_by = excluded.approved_by, approved_at = excluded.approved_at, seen = excluded.seen
                """)
                .param("statement", approval.statement())
                .param("holder", approval.holder())
                .param("by", approval.by())
                .param("at", approval.at().atOffset(UTC))
                .param("seen", approval.seen())
                .update();
    }

    /** Of the statements of these months: their ids begin with the month. */
    List<Approved> approvals(YearMonth month) {
        return db.sql("select * from remuneration.approval where left(statement, 7) = :month order by holder")
                .param("month", month.toString())
                .query((row, number) -> new Approved(
                        row.getString("statement"), row.getString("holder"), row.getString("approved_by"),
                        Rows.instant(row, "approved_at"), row.getString("seen")))
                .list();
    }

    void dispute(String statement, Statement.Dispute dispute) {
        db.sql("insert into remuneration.dispute (statement, line, person, at, note) values (:statement, :line, :person, :at, :note)")
                .param("statement", statement)
                .param("line", dispute.line())
                .param("person", dispute.person())
                .param("at", dispute.at().atOffset(UTC))
                .param("note", dispute.note())
                .update();
    }

    List<Disputed> disputes(YearMonth month) {
        return db.sql("select * from remuneration.dispute where left(statement, 7) = :month order by id")
                .param("month", month.toString())
                .query((row, number) -> new Disputed(row.getString("statement"), new Statement.Dispute(
                        row.getString("line"), row.getString("person"), Rows.instant(row, "at"), row.getString("note"))))
                .list();
    }

    void correct(Correction correction) {
        db.sql("""
                insert into remuneration.correction
                       (id, person, month, statement, corrects, at, made_by, amount, note, bearer_kind, bearer, budget_line, holder, covers)
                values (:id, :person, :month, :statement, :corrects, :at, :by, :amount, :note, :kind, :bearer, :budgetLine, :holder, :covers)
                """)
                .param("id", correction.id())
                .param("person", correction.person().value())
                .param("month", correction.month().atDay(1))
                .param("statement", correction.statement())
                .param("corrects", correction.corrects())
                .param("at", correction.at().atOffset(UTC))
                .param("by", correction.by())
                .param("amount", correction.amount())
                .param("note", correction.note())
                .param("kind", correction.share().bearer().kind().word())
                .param("bearer", correction.share().bearer().name())
                .param("budgetLine", correction.share().budgetLine())
                .param("holder", correction.share().holder())
                .param("covers", correction.share().covers().toArray(String[]::new))
                .update();
    }

    /** Their ids, by the month in which they count. */
    Map<YearMonth, List<String>> corrections(YearMonth first, YearMonth last) {
        return db.sql("select month, id from remuneration.correction where month between :first and :last order by at, id")
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query((row, number) -> Map.entry(YearMonth.from(row.getObject("month", LocalDate.class)), row.getString("id")))
                .list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    List<Correction> corrections(YearMonth month) {
        return db.sql("select * from remuneration.correction where month = :month order by at, id")
                .param("month", month.atDay(1))
                .query((row, number) -> new Correction(
                        row.getString("id"), new PersonName(row.getString("person")), YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getString("statement"), row.getString("corrects"), Rows.instant(row, "at"), row.getString("made_by"),
                        row.getBigDecimal("amount"), row.getString("note"),
                        new Share(LineRows.bearer(row), row.getString("budget_line"), row.getString("holder"), LineRows.covers(row))))
                .list();
    }
}
