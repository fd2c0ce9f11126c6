package dev.holdfast.remuneration;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Because;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps statements that were approved, with their lines. */
@Repository
class StatementStore {

    private static final TypeReference<List<Because>> EXPLAIN = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    StatementStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Whatever is done about a person's pay waits for what is being done; their mark is the same in every month. */
    void lock(String mark) {
        db.sql("select pg_advisory_xact_lock(hashtext('remuneration'), hashtext(:mark))")
                .param("mark", mark)
                .query((row, number) -> "")
                .list();
    }

    void keep(Statement statement, String currency) {
        db.sql("""
                insert into remuneration.statement (id, person, month, currency, total, approved_at, approved_by)
                values (:id, :person, :month, :currency, :total, :at, :by)
                """)
                .param("id", statement.id())
                .param("person", statement.person().value())
                .param("month", statement.month().atDay(1))
                .param("currency", currency)
                .param("total", statement.total())
                .param("at", Objects.requireNonNull(statement.approvedAt()).atOffset(UTC))
                .param("by", statement.approvedBy())
                .update();
        for (var position = 0; position < statement.lines().size(); position++) {
            keep(statement.id(), position, statement.lines().get(position));
        }
    }

    private void keep(String statement, int position, Line line) {
        var rate = line.rate();
        db.sql("""
                insert into remuneration.line
                       (statement, position, id, kind, starts_at, ends_at, hours, day_class, rate_amount, rate_per, amount,
                        schedule, incident, bearer_kind, bearer, budget_line, holder, covers, corrects, note, explain)
                values (:statement, :position, :id, :kind, :from, :to, :hours, :dayClass, :rateAmount, :ratePer, :amount,
                        :schedule, :incident, :bearerKind, :bearer, :budgetLine, :holder, :covers, :corrects, :note, :explain::jsonb)
                """)
                .param("statement", statement)
                .param("position", position)
                .param("id", line.id())
                .param("kind", line.kind().word())
                .param("from", line.from().atOffset(UTC))
                .param("to", line.to().atOffset(UTC))
                .param("hours", line.hours())
                .param("dayClass", line.dayClass() == null ? null : line.dayClass().word())
                .param("rateAmount", rate == null ? null : rate.amount())
                .param("ratePer", rate == null ? null : rate.per().word())
                .param("amount", line.amount())
                .param("schedule", line.schedule())
                .param("incident", line.incident())
                .param("bearerKind", line.bearer().kind().word())
                .param("bearer", line.bearer().name())
                .param("budgetLine", line.budgetLine())
                .param("holder", line.holder())
                .param("covers", line.covers().toArray(String[]::new))
                .param("corrects", line.corrects())
                .param("note", line.note())
                .param("explain", json.writeValueAsString(line.explain()))
                .update();
    }

    /** Of a month and those who are asked for, by person; two queries. */
    List<Statement> kept(YearMonth month, Predicate<PersonName> asked) {
        var kept = db.sql("""
                select id, person, month, approved_at, approved_by
                  from remuneration.statement
                 where month = :month
                 order by person
                """)
                .param("month", month.atDay(1))
                .query((row, number) -> new Statement(
                        row.getString("id"), new PersonName(row.getString("person")), month(row), List.of(), List.of(), List.of(), List.of(),
                        row.getString("approved_by"), Rows.instant(row, "approved_at")))
                .list().stream()
                .filter(statement -> asked.test(statement.person()))
                .toList();
        var lines = lines(kept.stream().map(Statement::id).toList());
        return kept.stream().map(statement -> statement.with(lines.getOrDefault(statement.id(), List.of()))).toList();
    }

    private Map<String, List<Line>> lines(List<String> statements) {
        return db.sql("select * from remuneration.line where statement = any(:statements) order by statement, position")
                .param("statements", statements.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("statement"), line(row)))
                .list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The months of a person that are approved, the latest first, with their totals. */
    List<Kept> of(PersonName person) {
        return db.sql("""
                select id, month, total, approved_at, approved_by
                  from remuneration.statement
                 where person = :person
                 order by month desc
                """)
                .param("person", person.value())
                .query((row, number) -> new Kept(
                        row.getString("id"), month(row), row.getBigDecimal("total"), row.getString("approved_by"), Rows.instant(row, "approved_at")))
                .list();
    }

    /** Of those of some months that are kept. */
    Map<YearMonth, List<String>> ids(YearMonth first, YearMonth last) {
        return db.sql("select month, id from remuneration.statement where month between :first and :last order by id")
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query((row, number) -> Map.entry(month(row), row.getString("id")))
                .list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Line line(ResultSet row) throws SQLException {
        var explain = row.getString("explain");
        return LineRows.line(row, () -> json.readValue(explain, EXPLAIN));
    }

    private static YearMonth month(ResultSet row) throws SQLException {
        return YearMonth.from(row.getObject("month", LocalDate.class));
    }
}
