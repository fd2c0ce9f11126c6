package dev.holdfast.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import dev.holdfast.alerts.Severity;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Build;
import dev.holdfast.deployments.Commit;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.Deployments;
import dev.holdfast.incidents.Actor;
import dev.holdfast.incidents.IncidentId;
import dev.holdfast.incidents.Past;
import dev.holdfast.incidents.PastIncidents;
import dev.holdfast.rows.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The roll-up beside reckoning from the records, and what programs read of it. */
@HoldfastTest
class RollUpsTest {

    private static final Viewer ADMIN = new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Deployments deployments;

    @Autowired
    private PastIncidents incidents;

    @Autowired
    private Causes causes;

    @Autowired
    private RollUps rollUps;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient db;

    private Api api;

    @BeforeEach
    void services() {
        api = new Api("http://localhost:" + port, tokens.make(new Tokens.Wanted("throughput", EnumSet.allOf(Scope.class), null, null, null), ADMIN).secret());
        api.apply("""
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: thru-team}
                spec: {kind: product}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: thru-sofas}
                spec: {owner: thru-team, kind: digital, exposurePerHour: {revenue: 200000, cost: 0}, demand: Very High}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: thru-lamps}
                spec: {owner: thru-team, kind: digital}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: thru-quiet}
                spec: {owner: thru-team, kind: digital}
                """).expect(200);
    }

    @Test
    void whateverComesLateTwiceOrOutOfOrderLeavesTheSameRows() {
        for (var seed = 0; seed < 24; seed++) {
            var random = new Random(seed);
            var acts = new ArrayList<Runnable>();
            for (var service : List.of("roll-a-" + seed, "roll-b-" + seed)) acts.addAll(acts(service, random));
            Collections.shuffle(acts, random);
            for (var act : acts) {
                transaction.executeWithoutResult(open -> act.run());
                if (random.nextInt(4) == 0) rollUps.refresh();
            }
            rollUps.refresh();

            var kept = rows();
            db.sql("truncate throughput.month, throughput.day").update();
            db.sql("update throughput.service set first_at = null").update();
            db.sql("insert into throughput.mark (service) select name from throughput.service").update();
            rollUps.refresh();

            assertThat(rows()).as("seed %d", seed).isEqualTo(kept);
        }
    }

    @Test
    void measuresAServiceItsTeamAndEverybody() {
        record(build("thru-sofas", "1", 0, "a"), deployment("thru-sofas", "d1", "1", 0.25, Deployment.Kind.PLANNED, null));
        record(build("thru-sofas", "2", 7, "b"), deployment("thru-sofas", "d2", "2", 7.125, Deployment.Kind.PLANNED, null));
        record(build("thru-sofas", "3", 7.2, "c"), deployment("thru-sofas", "d3", "3", 7.25, Deployment.Kind.HOTFIX, "d2"));
        record(build("thru-lamps", "1", 1, "d"), deployment("thru-lamps", "d1", "1", 2, Deployment.Kind.PLANNED, null));
        var period = "&from=2026-03-02&to=2026-03-16&bucket=week";

        var service = api.get("/api/v1/deployments/measures?scope=service:thru-sofas" + period).expect(200);

        assertThat(measure(service, "M4").get("value").asString()).isEqualTo("1.5");
        assertThat(measure(service, "M4").get("target").asString()).isEqualTo("P1D");
        assertThat(measure(service, "M4").get("met").asBoolean()).isFalse();
        assertThat(measure(service, "M4").get("counts").get("windowsUsed").asInt()).isEqualTo(2);
        assertThat(measure(service, "M4").get("further").get("achievedPeriod").asString()).isEqualTo("PT84H");
        assertThat(measure(service, "M4").get("trend").valueStream().map(point -> point.get("value").asString())).containsExactly("1", "2");
        assertThat(measure(service, "M3").get("value").asString()).isEqualTo("PT3H");
        assertThat(measure(service, "change-failure-rate").get("value").asString()).isEqualTo("0.3333");
        assertThat(measure(service, "change-failure-rate").get("counts").get("failed").asInt()).isEqualTo(1);
        assertThat(measure(service, "recovery").get("value").asString()).isEqualTo("PT3H");
        assertThat(measure(service, "rework").get("value").asString()).isEqualTo("0.3333");
        assertThat(measure(service, "M1").get("value").asString()).isEqualTo("1");
        assertThat(measure(service, "M2").get("value").asString()).isEqualTo("0");
        assertThat(measure(service, "M2-deployments").get("value").asString()).isEqualTo("0");

        var team = api.get("/api/v1/deployments/measures?scope=team:thru-team" + period).expect(200);
        assertThat(team.at("/services")).isEqualTo("3");
        assertThat(measure(team, "M4").get("counts").get("deployments").asInt()).isEqualTo(4);
        assertThat(measure(team, "M4").get("counts").get("servicesWithTarget").asInt()).isEqualTo(1);

        var csv = api.get("/api/v1/deployments/measures?scope=team:thru-team&format=csv" + period).expect(200);
        assertThat(csv.text()).startsWith("scope,measure,name,").contains("team:thru-team,M4,Deployment frequency,per-week,whole,");
        api.get("/api/v1/deployments/measures?" + period.substring(1)).expect(200);
    }

    @Test
    void whatAPersonSaysOfACauseGoesFirst() {
        record(build("thru-lamps", "7", 28, "x"), deployment("thru-lamps", "d7", "7", 28.5, Deployment.Kind.PLANNED, null));
        record(build("thru-lamps", "8", 30, "y"), deployment("thru-lamps", "d8", "8", 30.5, Deployment.Kind.PLANNED, null));
        var id = incidents.record(
                new Past(new ServiceName("thru-lamps"), "Dark.", Severity.ERROR, null, at(31), at(31.5), null, null, List.of(), null, null), new Actor("ann", null)).id();
        var asked = "/api/v1/deployments/measures?scope=service:thru-lamps&from=2026-03-30&to=2026-04-03";
        assertThat(measure(api.get(asked).expect(200), "recovery").get("value").asString()).isEqualTo("PT24H");

        api.put("/api/v1/incidents/" + id + "/cause", "{\"deployment\": \"d7\", \"reason\": \"It was the old bulb.\"}").expect(200);

        assertThat(measure(api.get(asked).expect(200), "recovery").get("value").asString()).isEqualTo("PT72H");
        api.put("/api/v1/incidents/" + id + "/cause", "{\"deployment\": null, \"reason\": \"A power cut.\"}").expect(200);
        assertThat(measure(api.get(asked).expect(200), "change-failure-rate").get("value").asString()).isEqualTo("0");
        api.put("/api/v1/incidents/" + id + "/cause", "{\"deployment\": \"d9\", \"reason\": \"Perhaps.\"}").expect(422);
        api.put("/api/v1/incidents/" + id + "/cause", "{\"deployment\": \"d7\"}").expect(422);
    }

    @Test
    void nothingIsSaidOfAServiceThatWasNeverDeployed() {
        var answer = api.get("/api/v1/deployments/measures?scope=service:thru-quiet").expect(200);

        assertThat(measure(answer, "M2").get("value").asString()).as("whether it has a template is known").isEqualTo("0");
        assertThat(answer.body().get("measures").valueStream().filter(measure -> !measure.get("id").asString().equals("M2"))).hasSize(8).allSatisfy(measure -> {
            assertThat(measure.get("value").isNull()).isTrue();
            assertThat(measure.get("notApplicable").asString()).isNotBlank();
        });
    }

    @Test
    void refusesWhatCannotBeAsked() {
        api.get("/api/v1/deployments/measures?scope=service:thru-nowhere").expect(404);
        api.get("/api/v1/deployments/measures?scope=moon").expect(422);
        api.get("/api/v1/deployments/measures?bucket=hour").expect(422);
        api.get("/api/v1/deployments/measures?format=xml").expect(422);
        api.get("/api/v1/deployments/measures?from=yesterday").expect(400);
        api.get("/api/v1/deployments/measures?from=2020-01-01").expect(422);
        api.as(null).get("/api/v1/deployments/measures").expect(401);
    }

    private static JsonNode measure(Api.Answer answer, String id) {
        return answer.body().get("measures").valueStream().filter(each -> each.get("id").asString().equals(id)).findFirst().orElseThrow();
    }

    private void record(Build build, Deployment deployment) {
        transaction.executeWithoutResult(open -> {
            deployments.record(build);
            deployments.record(List.of(deployment));
        });
    }

    /** Some months of a service, each report of it perhaps twice, some as they went on, and what people said of their incidents. */
    private List<Runnable> acts(String service, Random random) {
        var acts = new ArrayList<Runnable>();
        for (var each = 0; each < 14; each++) {
            var day = random.nextInt(90) + random.nextInt(24) / 24.0;
            var version = "v" + random.nextInt(9);
            var kind = Deployment.Kind.values()[random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0];
            var deployment = deployment(service, "d" + each, version, day, kind, kind == Deployment.Kind.PLANNED ? null : cured(random));
            var build = build(service, version, day - random.nextInt(5), "c" + random.nextInt(6), "c" + random.nextInt(6));
            for (var times = random.nextInt(2); times >= 0; times--) {
                acts.add(() -> deployments.record(List.of(deployment)));
                acts.add(() -> deployments.record(build));
            }
            if (random.nextInt(3) == 0) acts.add(() -> deployments.record(List.of(later(deployment, Deployment.Status.STARTED, deployment.startedAt(), null))));
            if (random.nextInt(4) == 0) {
                var built = deployment.at().minusSeconds(random.nextInt(900_000));
                acts.add(() -> deployments.record(List.of(later(deployment, Deployment.Status.ROLLED_BACK, deployment.at().plusSeconds(90_000), built))));
            }
            if (random.nextInt(4) == 0) {
                var first = random.nextBoolean() ? deployment.at() : deployment.at().minusSeconds(random.nextInt(900_000));
                acts.add(() -> deployments.record(List.of(attempt(deployment, random.nextBoolean() ? Deployment.PRODUCTION : "staging", first))));
            }
            if (random.nextInt(3) == 0) acts.add(incident(service, day + random.nextInt(40) / 24.0, random));
        }
        return acts;
    }

    private static @Nullable String cured(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> "d" + random.nextInt(14);
            case 1 -> "v" + random.nextInt(9);
            default -> null;
        };
    }

    /** Another attempt of the same version that did not go live in production, or went live with it at the same time. */
    private static Deployment attempt(Deployment other, String environment, Instant at) {
        var isTie = at.equals(other.at());
        return new Deployment(
                other.id() + "-" + environment, other.service(), other.version(), environment, isTie ? Deployment.Status.SUCCEEDED : Deployment.Status.FAILED,
                Deployment.Kind.PLANNED, null, at.minusSeconds(600), at, null, null, null, at.minusSeconds(86_400), "CHG-d3");
    }

    private static Deployment later(Deployment said, Deployment.Status status, Instant finishedAt, @Nullable Instant builtAt) {
        return new Deployment(
                said.id(), said.service(), said.version(), said.environment(), status, said.kind(), null, said.startedAt(),
                status == Deployment.Status.STARTED ? null : finishedAt, null, null, null, builtAt, "CHG-d" + said.id().hashCode() % 5);
    }

    /** An incident that goes on, begins earlier, is over or another service's, of which somebody may say, and say otherwise, what caused it. */
    private Runnable incident(String service, double day, Random random) {
        var id = UUID.randomUUID();
        var began = at(day);
        var says = new ArrayList<Runnable>(List.of(() -> told(id, service, began, null)));
        if (random.nextInt(3) > 0) says.add(() -> told(id, service, began, began.plus(Duration.ofHours(2))));
        if (random.nextInt(4) == 0) says.add(() -> told(id, service, began.minus(Duration.ofDays(20)), began));
        if (random.nextInt(4) == 0) says.add(() -> told(id, other(service), began, began.plus(Duration.ofHours(3))));
        for (var times = random.nextInt(3); times > 0; times--) {
            var deployment = random.nextInt(5) == 0 ? null : cause(random);
            var blamed = random.nextInt(4) == 0 ? other(service) : service;
            says.add(() -> causes.say(List.of(new Causes.Told(new IncidentId(id), new ServiceName(blamed), deployment)), "ann"));
        }
        Collections.shuffle(says, random);
        return () -> says.forEach(say -> {
            say.run();
            if (random.nextInt(3) == 0) rollUps.refresh();
        });
    }

    private void told(UUID incident, String service, Instant startedAt, @Nullable Instant resolvedAt) {
        db.sql("insert into throughput.told (incident, service, started_at, resolved_at) values (:incident, :service, :startedAt, :resolvedAt)")
                .param("incident", incident)
                .param("service", service)
                .param("startedAt", Rows.utc(startedAt))
                .param("resolvedAt", Rows.utc(resolvedAt))
                .update();
    }

    private static String other(String service) {
        return service.contains("-a-") ? service.replace("-a-", "-b-") : service.replace("-b-", "-a-");
    }

    private static String cause(Random random) {
        return List.of("d", "v", "CHG-d").get(random.nextInt(3)) + random.nextInt(14);
    }

    private static Deployment deployment(String service, String id, String version, double day, Deployment.Kind kind, @Nullable String remediates) {
        var end = at(day);
        return new Deployment(
                id, new ServiceName(service), version, Deployment.PRODUCTION, Deployment.Status.SUCCEEDED, kind, remediates, end.minusSeconds(300), end, null, null,
                null, null, null);
    }

    private static Build build(String service, String version, double day, String... shas) {
        var commits = Stream.of(shas).distinct().map(sha -> new Commit(sha, null, null, at(day).minusSeconds(sha.hashCode()), null)).toList();
        return new Build(new ServiceName(service), version, at(day), commits, null, Map.of());
    }

    private static Instant at(double day) {
        return MONDAY.plusSeconds(Math.round(day * 86_400));
    }

    private Map<String, String> rows() {
        var rows = new TreeMap<String, String>();
        db.sql("select service || ' ' || month as key, encode(arrivals, 'hex') as row from throughput.month")
                .query(row -> {
                    rows.put(row.getString("key"), row.getString("row"));
                });
        db.sql("select name, first_at from throughput.service where first_at is not null")
                .query(row -> {
                    rows.put(row.getString("name"), row.getString("first_at"));
                });
        db.sql("select day::text as key, encode(starts, 'hex') as row from throughput.day where starts <> ''")
                .query(row -> {
                    rows.put(row.getString("key"), row.getString("row"));
                });
        return rows;
    }
}
