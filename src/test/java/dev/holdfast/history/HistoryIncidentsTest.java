package dev.holdfast.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.Statements;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.alerts.Severity;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.Past;
import dev.holdfast.incidents.PastIncidents;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists of incidents that others kept. */
@HoldfastTest
class HistoryIncidentsTest {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final String HEADS = "id,service,summary,severity,startedAt,resolvedAt\n";

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    PastIncidents past;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    private Api api;
    private HistoryApi history;
    private String service;

    @BeforeEach
    void aServiceOfItsOwn() {
        api = api(null, EnumSet.allOf(Scope.class));
        history = new HistoryApi(api);
        service = "broken" + NAMES.incrementAndGet();
        api.apply("""
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: %1$s-team}
                spec: {kind: product}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: %1$s, title: The %1$s}
                spec: {owner: %1$s-team, kind: digital, exposurePerHour: {revenue: 200000, cost: 0}, demand: High}
                """.formatted(service)).expect(200);
    }

    private Api api(@Nullable String team, Set<Scope> scopes) {
        return HistoryApi.api(port, tokens, team, scopes);
    }

    @Test
    void whatOthersKeptIsAClosedIncidentAndCallsNobody() {
        var csv = """
                Number;Configuration item;Short description;Priority;Opened;Acknowledged;Acked by;Resolved
                %1$s-7;The %1$s;Beds were dark;1 - Critical;2026-03-01 09:00;2026-03-01 09:04;ann;2026-03-01 09:30
                %1$s-8;%1$s;Slow;3 - Moderate;2026-03-02 09:00;;;2026-03-02 11:00
                """.formatted(service);
        var timers = count("timers.scheduled_tasks where task_name not like 'history%' and task_name not like 'throughput%'");
        var callouts = count("paging.callout");
        var deliveries = count("notification.delivery");

        var checked = history.check("incidents", csv, "{\"timeZone\": \"UTC\"}").expect(202);
        assertThat(api.get("/api/v1/incidents?service=" + service).body().path("items").size()).isZero();
        var done = history.done("incidents", csv, "{\"timeZone\": \"UTC\"}");
        var again = history.done("incidents", csv + "\n", "{\"timeZone\": \"UTC\"}");

        assertThat(List.of(checked.at("/new"), done.at("/new"), done.at("/faulty"), again.at("/new"), again.at("/known"))).containsExactly("2", "2", "0", "0", "2");
        var items = api.get("/api/v1/incidents?service=" + service).expect(200);
        assertThat(items.body().path("items").size()).isEqualTo(2);
        var dark = api.get("/api/v1/incidents/" + items.at("/items/1/number")).expect(200);
        assertThat(List.of(dark.at("/summary"), dark.at("/state"), dark.at("/severity"), dark.at("/type"), dark.at("/startedAt"), dark.at("/resolvedAt")))
                .containsExactly("Beds were dark", "resolved", "critical", "major", "2026-03-01T09:00:00Z", "2026-03-01T09:30:00Z");
        assertThat(List.of(dark.at("/loss/soFar/amount"), dark.at("/protection/protected/amount"), dark.at("/externalId"))).containsExactly("100000.00", "236000.00", service + "-7");
        assertThat(api.get("/api/v1/incidents/" + dark.at("/number") + "/timeline").body().path("items").valueStream().map(entry -> entry.path("kind").asString())).containsExactly("opened", "acknowledged", "resolved");
        assertThat(api.get("/api/v1/search?q=" + dark.at("/number")).text()).contains("Beds were dark");
        assertThat(List.of(count("paging.callout"), count("notification.delivery"))).containsExactly(callouts, deliveries);
        assertThat(count("timers.scheduled_tasks where task_name not like 'history%' and task_name not like 'throughput%'")).isEqualTo(timers);
        var numbers = items.body().path("items").valueStream().map(each -> each.path("number").asString()).sorted().toList();
        assertThat(api.get("/api/v1/ledger?subject=incidents").text())
                .contains("\"act\":\"import-incidents\"").contains("\"first\":\"" + numbers.getFirst() + "\"").contains("\"last\":\"" + numbers.getLast() + "\"");
        assertThat(api.get("/api/v1/ledger/verify").at("/verified")).isEqualTo("true");
    }

    @Test
    void rowsWithFaultsAreLeftOutAndSaid() {
        var csv = "id,service,summary,severity,startedAt,resolvedAt,impact,loss,acknowledgedAt,acknowledgedBy,type\n" + """
                %1$s-1,%1$s,Dark,P2,2026-03-01T09:00:00Z,2026-03-01T10:00:00Z,0.5,120.50,,,
                %1$s-2,%1$s,Dark,P2,2026-03-01T09:00:00Z,2026-03-01T08:00:00Z,,,,,
                %1$s-3,%1$s,Dark,P2,2025-01-01T09:00:00Z,2026-03-01T08:00:00Z,,,,,
                %1$s-4,%1$s,,terrible,2026-03-01T09:00:00Z,,,,,,
                %1$s-5,%1$s,Dark,P2,2026-03-01T09:00:00Z,2026-03-01T10:00:00Z,1.5,-3,2026-03-01T08:00:00Z,,perhaps
                %1$s-6,%1$s,Dark,P2,2026-03-01T09:00:00Z,2026-03-01T10:00:00Z,,£3,2026-03-01T11:00:00Z,,
                %1$s-7,%1$s,Dark,P2,2026-03-01T09:00:00Z,2026-03-01T10:00:00Z,,,,ann,
                %1$s-1,%1$s,Dark,P2,2026-03-05T09:00:00Z,2026-03-05T10:00:00Z,,,,,
                """.formatted(service);

        var done = history.done("incidents", csv, "{}");
        var elsewhere = history.done("incidents", HEADS + "%1$s-1,%1$s,Dark,P2,2026-03-06T09:00:00Z,2026-03-06T10:00:00Z\n".formatted(service), "{}");

        assertThat(List.of(done.at("/rows"), done.at("/new"), done.at("/faulty"))).containsExactly("8", "1", "7");
        assertThat(done.body().path("faults").valueStream().map(each ->
                        each.path("row").asInt() + " " + each.path("column").asString() + " " + each.path("code").asString()))
                .containsExactly(
                        "3 resolvedAt OUT_OF_RANGE", "4 resolvedAt OUT_OF_RANGE", "5 summary REQUIRED", "5 severity UNKNOWN_VALUE", "5 resolvedAt REQUIRED",
                        "6 type UNKNOWN_VALUE", "6 impact OUT_OF_RANGE", "6 loss OUT_OF_RANGE", "6 acknowledgedAt OUT_OF_RANGE", "7 loss MALFORMED",
                        "7 acknowledgedAt OUT_OF_RANGE", "8 acknowledgedAt REQUIRED", "9 id STATE");
        assertThat(List.of(elsewhere.at("/new"), elsewhere.at("/faults/0/code"))).containsExactly("0", "STATE");
        assertThat(api.get("/api/v1/incidents?service=" + service).at("/items/0/loss/soFar/amount")).isEqualTo("120.50");
    }

    @Test
    void deploymentsThatCausedThemHaveFailed() {
        var incidents = HEADS.strip() + ",causedBy\n" + """
                %1$s-1,%1$s,By its change,P2,2026-03-05T09:00:00Z,2026-03-05T10:00:00Z,CHG7
                %1$s-2,%1$s,By its version,P2,2026-03-06T09:00:00Z,2026-03-06T10:00:00Z,1.2
                %1$s-3,%1$s,A power cut,P2,2026-03-03T10:00:00Z,2026-03-03T11:00:00Z,None
                %1$s-4,%1$s,Of itself,P2,2026-03-04T10:00:00Z,2026-03-04T10:30:00Z,
                """.formatted(service);
        var deployments = "service,version,environment,status,startedAt,change,id\n" + """
                %1$s,1.0,production,ok,2026-03-01T09:00:00Z,CHG7,one
                %1$s,1.2,production,ok,2026-03-02T09:00:00Z,,two
                %1$s,1.3,production,ok,2026-03-03T09:00:00Z,,three
                %1$s,1.4,production,ok,2026-03-04T09:00:00Z,,four
                """.formatted(service);

        history.done("incidents", incidents, "{}");
        history.done("deployments", deployments, "{}");

        var measured = api.get("/api/v1/deployments/measures?scope=service:%s&from=2026-03-01&to=2026-03-31".formatted(service)).expect(200);
        var failed = measured.body().path("measures").valueStream().filter(each -> each.path("id").asString().equals("change-failure-rate")).findFirst().orElseThrow();
        assertThat(failed.path("counts").toString()).contains("3").contains("4");
        assertThat(failed.path("value").asString()).isEqualTo("0.75");
        assertThat(failed.path("defects").path("unattributedIncidents").asInt()).isZero();
    }

    @Test
    void theyAreToldByWhoOwnsTheServiceAndNotByOthers() {
        var csv = HEADS + "%1$s-1,%1$s,Dark,P2,2026-03-01T09:00:00Z,2026-03-01T10:00:00Z\n".formatted(service);
        api.apply("""
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: %s-others}
                spec: {kind: product}
                """.formatted(service)).expect(200);

        assertThat(new HistoryApi(api(null, Set.of(Scope.READ))).send("incidents", csv, "{}").status()).isEqualTo(403);
        assertThat(new HistoryApi(api(service + "-others", Set.of(Scope.INCIDENTS))).done("incidents", csv, "{}").at("/faults/0/code")).isEqualTo("FORBIDDEN");
        assertThat(new HistoryApi(api(service + "-team", Set.of(Scope.INCIDENTS))).done("incidents", csv, "{}").at("/new")).isEqualTo("1");
    }

    @Test
    void thereIsNoStatementForARow() {
        record(1, 0);
        var few = Statements.of(() -> record(2, 10)).size();
        var many = Statements.of(() -> record(200, 100)).size();

        assertThat(many).isLessThanOrEqualTo(few);
    }

    private List<PastIncidents.Taken> record(int incidents, int from) {
        return transaction.execute(status -> past.record(IntStream.range(from, from + incidents).mapToObj(this::past).toList(), "ann"));
    }

    private Past past(int number) {
        var began = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofHours(number));
        return new Past(
                new ServiceName(service), "It broke", Severity.ERROR, null, began, began.plusSeconds(600), began.plusSeconds(60), "ann", List.of(),
                new Past.StatedLoss(began, BigDecimal.TEN), service + "-" + number);
    }

    private long count(String table) {
        return db.sql("select count(*) from " + table).query(Long.class).single();
    }
}
