package dev.holdfast.drill;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.quantities.Money;
import dev.holdfast.rows.Rows;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the drill: the last runs with their counts and changes, and the chains of the last one. */
@Repository
class DrillStore {

    private static final int RUNS_KEPT = 60;

    private final JdbcClient db;
    private final JsonMapper json;

    DrillStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Until the transaction ends, no other node keeps a run. */
    void holdOthers() {
        db.sql("lock table drill.run in share row exclusive mode").update();
    }

    Optional<Run> last(boolean nightlyOnly) {
        return runs(1, nightlyOnly).stream().findFirst();
    }

    /** The latest first, with their counts: two queries. */
    List<Run> runs(int most, boolean nightlyOnly) {
        var runs = db.sql("""
                select run, at, by, nightly, took_ms, routes
                  from drill.run
                 where nightly or not :nightlyOnly
                 order by run desc
                 limit :most
                """)
                .param("most", most)
                .param("nightlyOnly", nightlyOnly)
                .query((row, number) -> new Run(
                        row.getLong("run"), Rows.instant(row, "at"), row.getString("by"), row.getBoolean("nightly"),
                        Duration.ofMillis(row.getLong("took_ms")), row.getInt("routes"), List.of()))
                .list();
        var tallies = tallies(runs.stream().map(Run::number).toList());
        return runs.stream()
                .map(run -> new Run(
                        run.number(), run.at(), run.by(), run.nightly(), run.took(), run.routes(),
                        tallies.getOrDefault(run.number(), List.of())))
                .toList();
    }

    private Map<Long, List<Run.Tally>> tallies(List<Long> runs) {
        var tallies = new HashMap<Long, List<Run.Tally>>();
        db.sql("select run, moment, verdict, broken, routes from drill.tally where run = any(:runs::bigint[])")
                .param("runs", runs.stream().map(String::valueOf).toArray(String[]::new))
                .query(row -> {
                    tallies.computeIfAbsent(row.getLong("run"), run -> new java.util.ArrayList<>())
                            .add(new Run.Tally(
                                    moment(row), Verdict.of(row.getString("verdict")), row.getBoolean("broken"),
                                    row.getInt("routes")));
                });
        return tallies;
    }

    long keep(Run run) {
        var number = db.sql("""
                insert into drill.run (at, by, nightly, took_ms, routes)
                values (:at, :by, :nightly, :took, :routes)
                returning run
                """)
                .param("at", run.at().atOffset(UTC))
                .param("by", run.by())
                .param("nightly", run.nightly())
                .param("took", run.took().toMillis())
                .param("routes", run.routes())
                .query(Long.class)
                .single();
        db.sql("""
                insert into drill.tally (run, moment, verdict, broken, routes)
                select :run, * from unnest(:moments::text[], :verdicts::text[], :broken::boolean[], :routes::integer[])
                """)
                .param("run", number)
                .param("moments", Rows.column(run.tallies(), tally -> tally.moment().word()))
                .param("verdicts", Rows.column(run.tallies(), tally -> tally.verdict().word()))
                .param("broken", Rows.column(run.tallies(), tally -> String.valueOf(tally.broken())))
                .param("routes", Rows.column(run.tallies(), tally -> String.valueOf(tally.routes())))
                .update();
        db.sql("delete from drill.run where run <= :oldest").param("oldest", number - RUNS_KEPT).update();
        return number;
    }

    void keepChanges(long run, List<Changed> changes) {
        db.sql("""
                insert into drill.change (run, key, broke, integration, words, service, sentence)
                select :run, *
                  from unnest(:keys::text[], :broke::boolean[], :integrations::text[], :words::text[], :services::text[],
                              :sentences::text[])
                """)
                .param("run", run)
                .param("keys", Rows.column(changes, Changed::key))
                .param("broke", Rows.column(changes, change -> String.valueOf(change.broke())))
                .param("integrations", Rows.column(changes, Changed::integration))
                .param("words", Rows.column(changes, Changed::words))
                .param("services", Rows.column(changes, Changed::service))
                .param("sentences", Rows.column(changes, Changed::sentence))
                .update();
    }

    List<Changed> changes(long run, int most) {
        return db.sql("""
                select key, broke, integration, words, service, sentence
                  from drill.change
                 where run = :run
                 order by broke desc, key
                 limit :most
                """)
                .param("run", run)
                .param("most", most)
                .query((row, number) -> new Changed(
                        row.getString("key"), row.getBoolean("broke"), row.getString("integration"),
                        row.getString("words"), row.getString("service"), row.getString("sentence")))
                .list();
    }

    /** In the place of those of the run before; given in the order in which they are shown. */
    void replaceChains(List<Chain> chains, Function<Chain, String> people) {
        db.sql("delete from drill.chain").update();
        var numbered = IntStream.range(0, chains.size()).boxed().toList();
        db.sql("""
                insert into drill.chain
                       (moment, position, key, at, integration, labels, words, service, team, domain, verdict, what,
                        sentence, people, waits_until, risk, currency)
                select *
                  from unnest(:moments::text[], :positions::integer[], :keys::text[], :at::timestamptz[],
                              :integrations::text[], :labels::jsonb[], :words::text[], :services::text[], :teams::text[],
                              :domains::text[], :verdicts::text[], :whats::text[], :sentences::text[], :people::text[],
                              :waits::timestamptz[], :risks::numeric[], :currencies::text[])
                """)
                .param("moments", Rows.column(chains, chain -> chain.moment().word()))
                .param("positions", Rows.column(numbered, String::valueOf))
                .param("keys", Rows.column(chains, chain -> chain.way().key()))
                .param("at", Rows.column(chains, chain -> chain.at().toString()))
                .param("integrations", Rows.column(chains, chain -> chain.way().integration().value()))
                .param("labels", Rows.column(chains, chain -> json.writeValueAsString(chain.way().labels())))
                .param("words", Rows.column(chains, chain -> chain.way().words()))
                .param("services", Rows.column(chains, chain -> text(chain.service())))
                .param("teams", Rows.column(chains, chain -> text(chain.team())))
                .param("domains", Rows.column(chains, chain -> text(chain.domain())))
                .param("verdicts", Rows.column(chains, chain -> chain.verdict().word()))
                .param("whats", Rows.column(chains, chain -> chain.broken() == null ? null : chain.broken().what().word()))
                .param("sentences", Rows.column(chains, chain -> chain.broken() == null ? null : chain.broken().sentence()))
                .param("people", Rows.column(chains, people::apply))
                .param("waits", Rows.column(chains, chain -> text(chain.waitsUntil())))
                .param("risks", Rows.column(chains, chain -> chain.atRisk() == null ? null : chain.atRisk().amount().toPlainString()))
                .param("currencies", Rows.column(chains, chain -> chain.atRisk() == null ? null : chain.atRisk().currency().getCurrencyCode()))
                .update();
    }

    List<Found> found(Asked asked, int after, int most) {
        return db.sql("""
                select *
                  from drill.chain
                 where moment = :moment
                   and position > :after
                   and (:team::text is null or team = :team::text)
                   and (:domain::text is null or domain = :domain::text)
                   and (what is not null or not :brokenOnly)
                 order by position
                 limit :most
                """)
                .param("moment", asked.moment().word())
                .param("after", after)
                .param("team", asked.team())
                .param("domain", asked.domain())
                .param("brokenOnly", asked.brokenOnly())
                .param("most", most)
                .query(this::found)
                .list();
    }

    /** Every broken chain of the last run, at every moment. */
    List<Found> broken() {
        return db.sql("select * from drill.chain where what is not null order by position").query(this::found).list();
    }

    Set<String> keys() {
        return new HashSet<>(db.sql("select distinct key from drill.chain").query(String.class).list());
    }

    private Found found(ResultSet row, int number) throws SQLException {
        var what = row.getString("what");
        var risk = row.getBigDecimal("risk");
        return new Found(
                row.getInt("position"),
                row.getString("key"),
                moment(row),
                Rows.instant(row, "at"),
                row.getString("integration"),
                json.readValue(row.getString("labels"), new TypeReference<Map<String, String>>() {}),
                row.getString("words"),
                row.getString("service"),
                row.getString("team"),
                row.getString("domain"),
                Verdict.of(row.getString("verdict")),
                what == null ? null : new Broken(Break.of(what), row.getString("sentence")),
                row.getString("people"),
                row.getObject("waits_until") == null ? null : Rows.instant(row, "waits_until"),
                risk == null ? null : money(risk, row.getString("currency")));
    }

    private static Money money(BigDecimal amount, String currency) {
        return new Money(amount, Currency.getInstance(currency));
    }

    private static Moment moment(ResultSet row) throws SQLException {
        return Moment.of(row.getString("moment")).orElseThrow();
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
