package dev.holdfast.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.Pipelines.Report;
import dev.holdfast.deployments.Build;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.Deployment.Kind;
import dev.holdfast.deployments.Deployment.Status;
import dev.holdfast.ledger.Ledger;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** However many report at once, it is as if each had come alone. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=" + ReportsTest.TOKEN)
class ReportsTest {

    static final String TOKEN = "hf_reports_0123456789_0123456789_0123456";
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final int SERVICES = 3;
    private static final int RELEASES = 4;

    @LocalServerPort
    int port;

    @Autowired
    Pipelines pipelines;

    @Autowired
    Ledger ledger;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private Api holdfast;

    @BeforeEach
    void aTeam() {
        holdfast = new Api("http://localhost:" + port, TOKEN);
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: reports-team}
                spec: {kind: product, members: []}
                ---
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: reports-argo}
                spec: {from: argo-cd, secret: argo-secret}
                """).expect(200);
    }

    @Test
    void inBatchesOfAnySizeTheRecordsAreTheSame() {
        var rows = new ArrayList<String>();
        for (int seed = 1; seed <= 12; seed++) {
            var alone = organisation("alone");
            var together = organisation("together");
            var begin = clock.instant().minus(Duration.ofHours(12));
            var reports = reports(new Random(seed), begin);

            reports.forEach(each -> pipelines.deployed(each.of(alone), "pipeline"));
            var sizes = new Random(seed + 1_000);
            for (var left = reports; !left.isEmpty(); ) {
                var size = Math.min(left.size(), 1 + sizes.nextInt(20));
                pipelines.deployed(left.subList(0, size).stream().map(each -> new Report(each.of(together), "pipeline")).toList());
                left = left.subList(size, left.size());
            }

            assertThat(kept(together)).as("seed " + seed).isEqualTo(kept(alone)).isNotEmpty();
            rows.addAll(kept(together));
        }
        assertThat(rows).anyMatch(row -> row.contains(" rollback ")).anyMatch(row -> row.contains(" closed ")).anyMatch(row -> row.contains("emergency"));
    }

    @Test
    void ofManyAtOnceOnlyTheOneThatContradictsIsRefused() throws Exception {
        var services = organisation("busy");
        holdfast.post("/api/v1/deployments", body(services.getFirst(), "known", "1.0")).expect(201);
        var asking = new ArrayList<Callable<Api.Answer>>();
        asking.add(() -> holdfast.post("/api/v1/deployments", body(services.getFirst(), "known", "2.0")));
        for (int n = 0; n < 60; n++) {
            var body = body(services.get(n % SERVICES), "many-" + n % 45, "1." + n % 45);
            asking.add(() -> holdfast.post("/api/v1/deployments", body));
        }

        var answers = allAtOnce(asking);

        assertThat(answers.getFirst()).isEqualTo(409);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(45);
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(15);
        assertThat(ledger.verify().firstBroken()).isNull();
        services.forEach(service -> IntStream.range(0, 45).filter(n -> services.get(n % SERVICES).equals(service)).forEach(n ->
                assertThat(ledger.latest(List.of("deployment/" + service + "/many-" + n), Instant.EPOCH, 5)).hasSize(1)));
    }

    @Test
    void ofManyDeliveriesAtOnceEachIsTakenOnce() throws Exception {
        var services = organisation("synced");
        var asking = new ArrayList<Callable<Api.Answer>>();
        for (int n = 0; n < 60; n++) {
            var body = """
                    {"app": "%s", "environment": "production", "phase": "Succeeded", "revision": "%040d", "startedAt": "2026-11-02T10:00:00Z"}
                    """.formatted(n % 10 == 9 ? "nobodys" : services.get(n % 40 % SERVICES), n % 40);
            asking.add(() -> {
                var nobody = holdfast.as(null);
                return nobody.send(nobody.request("/hooks/argo-cd/reports-argo").header("Authorization", "Bearer argo-secret")
                        .POST(BodyPublishers.ofString(body)));
            });
        }

        var answers = allAtOnce(asking);

        assertThat(answers.stream().filter(status -> status == 202)).hasSize(40);
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(20);
        assertThat(count("deployments.deployment where service like 'synced%'")).isEqualTo(36);
        assertThat(count("integrations.unplaced_event where integration = 'reports-argo' and source = 'nobodys'")).isEqualTo(4);
    }

    private List<Integer> allAtOnce(List<Callable<Api.Answer>> asking) throws Exception {
        try (var people = Executors.newFixedThreadPool(asking.size())) {
            var answers = new ArrayList<Integer>();
            for (var each : people.invokeAll(asking)) answers.add(each.get().status());
            return answers;
        }
    }

    private long count(String rows) {
        return db.sql("select count(*) from " + rows).query(Long.class).single();
    }

    private static String body(ServiceName service, String id, String version) {
        return """
                {"id": "%s", "service": "%s", "version": "%s", "environment": "production", "status": "succeeded", "startedAt": "2026-11-02T10:00:00Z"}
                """.formatted(id, service, version);
    }

    /** What is said of one release of a service, whichever it is called. */
    private record Words(int service, int release, Status status, Instant startedAt) {

        Deployment of(List<ServiceName> services) {
            return new Deployment(
                    "r" + release, services.get(service), "1." + release / 2, Deployment.PRODUCTION, status, Kind.PLANNED, null, startedAt,
                    status == Status.STARTED ? null : startedAt.plusSeconds(60), "ann", null, null, null, null);
        }
    }

    /** Versions come twice, so that some go back to the one before; a release may be told of late, twice, or in disorder. */
    private static List<Words> reports(Random random, Instant begin) {
        return IntStream.range(0, 60)
                .mapToObj(n -> {
                    var release = random.nextInt(2 * RELEASES);
                    return new Words(
                            random.nextInt(SERVICES), release, Status.values()[random.nextInt(Status.values().length)],
                            begin.plus(Duration.ofMinutes(release % 2 * 200L + release * 10L)));
                })
                .toList();
    }

    /** Of each service the first versions were built and wait for a decision. */
    private List<ServiceName> organisation(String prefix) {
        var services = IntStream.range(0, SERVICES).mapToObj(n -> new ServiceName(prefix + NAMES.incrementAndGet())).toList();
        services.forEach(service -> holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: %s}
                spec: {kind: digital, owner: reports-team}
                """.formatted(service)).expect(200));
        services.forEach(service -> IntStream.range(0, RELEASES / 2).forEach(n ->
                pipelines.built(new Build(service, "1." + n, clock.instant().minus(Duration.ofDays(1)), List.of(), true, Map.of()), "pipeline")));
        return services;
    }

    /** Deployments, changes and what the ledger says, service by service, with nothing that names which they are. */
    private List<String> kept(List<ServiceName> services) {
        var kept = new ArrayList<String>();
        for (int n = 0; n < SERVICES; n++) {
            var service = services.get(n).value();
            var rows = db.sql("""
                    select 'deployment ' || concat_ws(' ', deployment.id, deployment.version, deployment.status, deployment.kind, remediates, started_at, finished_at, went.state, went.version)
                      from deployments.deployment
                      left join changes.release on release.service = deployment.service and release.deployment = deployment.id
                      left join changes.change as went on went.id = release.change
                     where deployment.service = :service
                     union all
                    select 'change ' || concat_ws(' ', version, kind, state, outcome, deployment) from changes.change where service = :service
                     union all
                    select concat_ws(' ', 'ledger', act, split_part(subject, '/', 1), case when act = 'close-change' then after end,
                                     case when act = 'deploy' then split_part(subject, '/', 3) end)
                      from ledger.entry
                     where subject like 'deployment/' || :service || '/%'
                        or subject in (select 'change/CHG-' || number from changes.change where service = :service)
                    """).param("service", service).query(String.class).list();
            var place = n;
            rows.stream().sorted(Comparator.naturalOrder()).forEach(row -> kept.add(place + " " + row));
        }
        return kept;
    }
}
