package dev.holdfast.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Shuffled, doubled, cut in two and stopped in the middle: the same rows and the same measures as one clean import. */
@HoldfastTest
class SameHoweverItComesTest {

    private static final List<String> MEASURED = List.of("M3", "M4", "change-failure-rate", "recovery", "rework");

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    TestClock clock;

    @Autowired
    HistoryStore store;

    @Autowired
    HistoryImports imports;

    @Autowired
    Working working;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    private Api api;

    @BeforeEach
    void services() {
        api = HistoryApi.api(port, tokens, null, EnumSet.allOf(Scope.class));
        api.apply("""
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: past-team}
                spec: {kind: product}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: past-sofas}
                spec: {owner: past-team, kind: digital, exposurePerHour: {revenue: 20000, cost: 0}, demand: High}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: past-lamps, title: Lamps}
                spec: {owner: past-team, kind: digital, exposurePerHour: {revenue: 20000, cost: 0}, demand: High}
                """).expect(200);
    }

    @Test
    void theSameRowsAndMeasures() {
        for (var seed = 0; seed < 8; seed++) {
            var random = new Random(seed);
            var deployments = deployments(random);
            var builds = builds(random);
            var incidents = incidents(random);

            nothing();
            whole(Kind.BUILDS, BUILD_HEADS, builds);
            whole(Kind.DEPLOYMENTS, HEADS, deployments);
            whole(Kind.INCIDENTS, INCIDENT_HEADS, incidents);
            var clean = everything();
            nothing();
            messily(Kind.INCIDENTS, INCIDENT_HEADS, incidents, random);
            messily(Kind.DEPLOYMENTS, HEADS, deployments, random);
            messily(Kind.BUILDS, BUILD_HEADS, builds, random);

            assertThat(everything()).as("seed %d", seed).isEqualTo(clean);
            assertThat(clean).as("seed %d", seed).anyMatch(row -> row.contains("rollback")).anyMatch(row -> row.contains("It was over."));
        }
    }

    private void nothing() {
        for (var table : List.of("deployments.deployment", "deployments.build", "changes.release")) {
            db.sql("delete from " + table + " where service like 'past-%'").update();
        }
        for (var table : List.of("incidents.impact", "incidents.stated_loss", "incidents.entry", "throughput.cause", "throughput.told")) {
            db.sql("delete from " + table + " where incident in (select id from incidents.incident where service like 'past-%')").update();
        }
        db.sql("delete from incidents.incident where service like 'past-%'").update();
        db.sql("delete from throughput.incident where service like 'past-%'").update();
        db.sql("insert into throughput.mark (service) values ('past-sofas'), ('past-lamps')").update();
    }

    private void whole(Kind kind, String heads, List<String> rows) {
        var id = started(kind, heads, rows);
        while (working.work(id, Working.Pace.USUAL) != Working.Next.OVER) Thread.onSpinWait();
    }

    private void messily(Kind kind, String heads, List<String> rows, Random random) {
        var mess = new ArrayList<>(rows);
        rows.stream().filter(row -> random.nextInt(3) == 0).forEach(mess::add);
        Collections.shuffle(mess, random);
        var cut = 1 + random.nextInt(mess.size() - 1);
        for (var part : List.of(mess.subList(0, cut), mess.subList(cut, mess.size()), mess.subList(0, cut))) {
            var id = started(kind, heads, part);
            var next = Working.Next.GO_ON;
            while (next != Working.Next.OVER) {
                next = random.nextInt(3) == 0 ? stopped(id) : working.work(id, new Working.Pace(1 + random.nextInt(9), 1 + random.nextInt(2)));
            }
        }
    }

    /** As if the server had been killed before the commit. */
    private Working.Next stopped(UUID id) {
        transaction.executeWithoutResult(status -> {
            working.work(id, new Working.Pace(5, 1));
            status.setRollbackOnly();
        });
        return Working.Next.GO_ON;
    }

    /** Without its timer, so that it goes on only when the test says so. */
    private UUID started(Kind kind, String heads, List<String> rows) {
        var csv = heads + "\n" + String.join("\n", rows) + "\n";
        var id = imports.keep(new HistoryImports.Sent(kind, null, csv.getBytes(UTF_8)), HistoryApi.ADMIN);
        assertThat(store.start(id, "a test of " + id)).isTrue();
        return id;
    }

    private List<String> everything() {
        var rows = new ArrayList<>(db.sql("""
                select (to_jsonb(d) - 'number' - 'received_at')::text from deployments.deployment as d where service like 'past-%' order by service, id
                """).query(String.class).list());
        rows.addAll(db.sql("""
                select (to_jsonb(b) - 'received_at')::text from deployments.build as b where service like 'past-%' order by service, version
                """).query(String.class).list());
        rows.addAll(db.sql("""
                select concat_ws(' ', (to_jsonb(i) - 'id' - 'number')::text, cause.service, cause.deployment,
                                 (select string_agg(concat_ws(' ', at, impact), ', ' order by at) from incidents.impact where incident = i.id),
                                 (select string_agg(concat_ws(' ', at, amount), ', ' order by at) from incidents.stated_loss where incident = i.id),
                                 (select string_agg(concat_ws(' ', at, kind, by, text), ', ' order by at, kind) from incidents.entry where incident = i.id))
                  from incidents.incident as i
                  left join throughput.cause on cause.incident = i.id
                 where i.service like 'past-%'
                 order by i.external_id
                """).query(String.class).list());
        for (var service : List.of("past-sofas", "past-lamps")) {
            api.get("/api/v1/deployments/measures?scope=service:" + service).expect(200).body().path("measures").valueStream()
                    .filter(measure -> MEASURED.contains(measure.path("id").asString()))
                    .forEach(measure -> rows.add(service + " " + measure.path("id").asString() + " " + measure.path("value") + " " + measure.path("counts")));
        }
        return rows;
    }

    private static final String HEADS = "Application;Release;Environment;State;Start time;Completed;Deployment ID;Deployed by";
    private static final String INCIDENT_HEADS =
            "Incident number,Configuration item,Short description,Opened,Resolved,Priority,Acknowledged,Share lost,Cost,Major incident,Caused by";
    private static final String BUILD_HEADS = "Application,Build,Built,Commit,Commit date,Passed";

    private List<String> deployments(Random random) {
        var rows = new ArrayList<String>();
        for (var service : List.of("past-sofas", "Lamps")) {
            var at = clock.instant().minus(Duration.ofDays(60)).truncatedTo(ChronoUnit.SECONDS);
            var version = 1;
            for (int each = 0; each < 25; each++) {
                at = at.plus(Duration.ofMinutes(random.nextInt(4) * 600L));
                version = random.nextInt(4) == 0 ? Math.max(1, version - 1) : version + 1;
                var environment = random.nextInt(5) == 0 ? "staging" : "Prod";
                var state = List.of("Success", "FAILED", "Complete", "rolled back").get(random.nextInt(4));
                var id = random.nextInt(3) == 0 ? "" : service + "-" + each;
                if (!id.isEmpty() && random.nextInt(3) == 0) rows.add(deployment(service, version, environment, "Running", at, null, id));
                rows.add(deployment(service, version, environment, state, at, at.plusSeconds(60), id));
            }
        }
        return rows;
    }

    private static String deployment(String service, int version, String environment, String state, Instant from, @Nullable Instant to, String id) {
        return String.join(";", service, "1." + version, environment, state, from.toString(), to == null ? "" : to.toString(), id, "\"Dee; of sofas\"");
    }

    private List<String> incidents(Random random) {
        var rows = new ArrayList<String>();
        for (var service : List.of("past-sofas", "Lamps")) {
            for (int each = 0; each < 20; each++) {
                var at = clock.instant().minus(Duration.ofHours(24 + random.nextInt(60 * 24))).truncatedTo(ChronoUnit.SECONDS);
                var acknowledged = random.nextBoolean() ? at.plusSeconds(240).toString() : "";
                var cause = List.of("", "", "none", "1." + (1 + random.nextInt(9)), service + "-" + random.nextInt(25)).get(random.nextInt(5));
                rows.add(String.join(",", service.charAt(0) + "-" + each, service, "It broke", at.toString(), at.plus(Duration.ofMinutes(random.nextInt(600))).toString(),
                        List.of("P1", "2 - High", "Medium", "low").get(random.nextInt(4)), acknowledged,
                        random.nextInt(3) == 0 ? "0." + (1 + random.nextInt(9)) : "", random.nextInt(4) == 0 ? "" + random.nextInt(100_000) : "",
                        List.of("", "major", "no").get(random.nextInt(3)), cause));
            }
        }
        return rows;
    }

    private List<String> builds(Random random) {
        var rows = new ArrayList<String>();
        var at = clock.instant().minus(Duration.ofDays(62));
        for (var service : List.of("past-sofas", "Lamps")) {
            for (int version = 1; version < 25; version++) {
                for (int commit = 0; commit <= random.nextInt(3); commit++) {
                    var committed = at.plus(Duration.ofHours(version * 20L + commit));
                    rows.add(String.join(",", service, "1." + version, committed.plusSeconds(900).toString(), service + version + "c" + commit,
                            random.nextBoolean() ? committed.toString() : "", List.of("yes", "no", "").get(random.nextInt(3))));
                }
            }
        }
        return rows;
    }
}
