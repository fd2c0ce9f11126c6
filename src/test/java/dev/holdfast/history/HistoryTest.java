package dev.holdfast.history;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lists of deployments and builds as programs send them. */
@HoldfastTest
class HistoryTest {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final String HEADS = "service,version,environment,status,startedAt\n";

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    TestClock clock;

    private Api api;
    private HistoryApi history;
    private String service;

    @BeforeEach
    void aServiceOfItsOwn() {
        api = api(null, EnumSet.allOf(Scope.class));
        history = new HistoryApi(api);
        service = "old" + NAMES.incrementAndGet();
        api.apply("""
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: %1$s-team}
                spec: {kind: product}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: %1$s-others}
                spec: {kind: product}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: %1$s}
                spec: {owner: %1$s-team, kind: digital}
                """.formatted(service)).expect(200);
    }

    private Api api(@Nullable String team, Set<Scope> scopes) {
        return HistoryApi.api(port, tokens, team, scopes);
    }

    @Test
    void whatOthersCallItIsFoundByItsHeadsAndMapped() {
        var csv = """
                App;Tag;Env;Result;Began;Ended
                %1$s;1.0;prod;SUCCESS;2026-03-01 09:00;2026-03-01 09:05
                %1$s;1.1;prod;Complete;2026-03-02T09:00:00+01:00;2026-03-02 09:05:00
                %1$s;1.0;prod;Success;2026-03-02 10:00;
                %1$s;1.1;test;Failure;2026-03-02 11:00;
                """.formatted(service);
        var mapping = "{\"startedAt\": \"Began\", \"finishedAt\": \"Ended\", \"timeZone\": \"Europe/London\"}";

        var checked = history.check("deployments", csv, mapping).expect(202);
        var before = api.get("/api/v1/deployments?service=" + service).expect(200);
        var done = history.done("deployments", csv, mapping);

        assertThat(List.of(checked.at("/state"), checked.at("/rows"), checked.at("/new"), checked.at("/known"))).containsExactly("checked", "4", "4", "0");
        assertThat(before.body().path("items").size()).isZero();
        assertThat(List.of(done.at("/rows"), done.at("/done"), done.at("/new"), done.at("/faulty"))).containsExactly("4", "4", "4", "0");
        var items = api.get("/api/v1/deployments?service=" + service).expect(200);
        assertThat(items.body().path("items").valueStream().map(each -> each.path("kind").asString() + " " + each.path("environment").asString()))
                .containsExactly("planned test", "rollback production", "planned production", "planned production");
        assertThat(items.at("/items/1/remediates")).isEqualTo(items.at("/items/2/id"));
        assertThat(items.at("/items/2/startedAt")).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(api.get("/api/v1/changes?service=" + service).expect(200).body().path("items").size()).as("history raises nothing").isZero();
        var entries = api.get("/api/v1/ledger?subject=deployment/" + service + "/" + items.at("/items/2/id")).text();
        assertThat(entries).contains("2026-03-02T08:00:00Z").contains("deploy");
    }

    @Test
    void theSameFileIsAnsweredAsItWasAndImportsNothingTwice() {
        var csv = HEADS + service + ",1,production,succeeded,2026-03-01T09:00:00Z\n";

        var first = history.done("deployments", csv, "{}");
        var again = history.send("deployments", csv, "{}").expect(202);
        var otherwise = history.done("deployments", csv + "\n", "{}");

        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        assertThat(otherwise.at("/id")).isNotEqualTo(first.at("/id"));
        assertThat(List.of(otherwise.at("/new"), otherwise.at("/known"))).containsExactly("0", "1");
        assertThat(history.check("deployments", csv, "{}").at("/known")).isEqualTo("1");
    }

    @Test
    void rowsWithFaultsAreLeftOutAndSaid() {
        var ahead = clock.instant().plus(Duration.ofDays(2));
        var csv = HEADS + """
                %1$s,1,production,succeeded,2026-03-01T09:00:00Z
                nobody-knows-it,1,production,succeeded,2026-03-01T09:00:00Z
                %1$s,,production,perhaps,2026-03-01T09:00:00

                %1$s,3,production,succeeded,%2$s
                %1$s,4,production,succeeded,yesterday
                """.formatted(service, ahead);

        var done = history.done("deployments", csv, "{}");

        assertThat(List.of(done.at("/rows"), done.at("/new"), done.at("/faulty"))).containsExactly("5", "1", "4");
        assertThat(done.body().path("faults").valueStream().map(each ->
                        each.path("row").asInt() + " " + each.path("column").asString() + " " + each.path("code").asString()))
                .containsExactly(
                        "3 service UNKNOWN_REFERENCE", "4 version REQUIRED", "4 status UNKNOWN_VALUE", "4 startedAt NO_TIME_ZONE",
                        "6 startedAt OUT_OF_RANGE", "7 startedAt MALFORMED");
    }

    @Test
    void theSameIdWithAnotherVersionIsAFaultAndNotAnError() {
        var heads = "id,service,version,environment,status,startedAt\n";
        var csv = heads + "d1,%1$s,1,production,started,2026-03-01T09:00:00Z\nd1,%1$s,2,production,succeeded,2026-03-01T09:00:00Z\n".formatted(service);

        var done = history.done("deployments", csv, "{}");
        var other = history.done("deployments", heads + "d1,%s,3,production,succeeded,2026-03-01T09:00:00Z\n".formatted(service), "{}");

        assertThat(List.of(done.at("/new"), done.at("/faulty"), done.at("/faults/0/row"), done.at("/faults/0/code"))).containsExactly("1", "1", "3", "STATE");
        assertThat(other.at("/faults/0/code")).isEqualTo("STATE");
    }

    @Test
    void anotherTeamsTokenGetsFaultsAndNoRows() {
        var csv = HEADS + service + ",1,production,succeeded,2026-03-01T09:00:00Z\n";
        var foreign = new HistoryApi(api(service + "-others", Set.of(Scope.DEPLOYMENTS, Scope.READ)));
        var reader = new HistoryApi(api(null, Set.of(Scope.READ)));
        var own = new HistoryApi(api(service + "-team", Set.of(Scope.DEPLOYMENTS)));

        var refused = foreign.done("deployments", csv, "{}");

        assertThat(List.of(refused.at("/new"), refused.at("/faults/0/code"))).containsExactly("0", "FORBIDDEN");
        assertThat(foreign.check("builds", "service,version,builtAt\n%s,1,2026-03-01T09:00:00Z\n".formatted(service), "{}").at("/faults/0/code"))
                .isEqualTo("FORBIDDEN");
        assertThat(reader.send("deployments", csv, "{}").status()).isEqualTo(403);
        assertThat(api.get("/api/v1/deployments?service=" + service).body().path("items").size()).isZero();
        assertThat(own.done("deployments", csv, "{}").at("/new")).isEqualTo("1");
        assertThat(foreign.api().get("/api/v1/imports/" + own.send("deployments", csv, "{}").at("/id")).status()).isEqualTo(404);
    }

    @Test
    void severalRowsOfAVersionAreItsCommits() {
        var csv = """
                service,version,builtAt,commit,author,committedAt,status
                %1$s,1,2026-03-01T10:00:00Z,b,mo,2026-03-01T09:30:00Z,success
                %1$s,1,2026-03-01T10:00:00Z,a,di,2026-03-01T09:00:00Z,success
                """.formatted(service);

        var done = history.done("builds", csv, "{}");
        history.done("deployments", HEADS + service + ",1,live,ok,2026-03-01T12:00:00Z\n", "{}");

        assertThat(List.of(done.at("/new"), done.at("/known"))).containsExactly("1", "1");
        assertThat(api.get("/api/v1/deployments?service=" + service).at("/items/0/leadTime")).isEqualTo("PT2H");
        assertThat(api.get("/api/v1/audit?service=" + service).at("/items/0/commits")).isEqualTo("2");
        assertThat(api.get("/api/v1/changes?service=" + service).body().path("items").size()).isZero();
    }

    @Test
    void whatTheDatabaseCannotKeepIsAFaultOfItsRowAlone() {
        var random = new Random(1);
        Supplier<String> wild = () -> random.ints(495, 0x4E00, 0x9FA5).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        var csv = "service,version,environment,status,startedAt,id\n" + """
                %1$s,1,production,succeeded,2026-03-01T09:00:00Z,one
                %1$s,%2$s,%3$s,succeeded,2026-03-01T09:00:00Z,%4$s
                %1$s,3,production,succeeded,2026-03-03T09:00:00Z,three
                """.formatted(service, wild.get(), wild.get(), wild.get());

        var done = history.done("deployments", csv, "{}");

        assertThat(List.of(done.at("/new"), done.at("/faulty"), done.at("/faults/0/row"))).containsExactly("2", "1", "3");
    }

    @Test
    void anyTextOfASpreadsheetIsRead() {
        var row = "\"%s\",\"1 \"\"é\"\"\nx\",Production,Rolled_Back,1772355600\n".formatted(service);

        for (var charset : List.of(UTF_8, UTF_16, Charset.forName("windows-1252"))) {
            var content = (charset.equals(UTF_8) ? "\ufeff" : "") + "\r\n" + HEADS.replace("\n", "\r\n") + row;
            var checked = history.send("deployments", content.getBytes(charset), "{}", true).expect(202);
            assertThat(List.of(checked.at("/new"), checked.at("/faulty"))).as(charset.name()).containsExactly("1", "0");
        }
        var tabs = history.check("deployments", HEADS.replace(',', '\t') + service + "\t1\tlive\tok\t1772355600000\n", "{}").expect(202);
        assertThat(tabs.at("/new")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n\n", "PK\u0003\u0004\u0000\u0000", "\u0000\u0000\u0000", "\"service,version\n", "service\n\"a", "a,b,c\n1,2,3\n",
        "service,version,environment,status,startedAt\n", "<html></html>", "{\"service\": 1}", ",,,,\n1,2,3,4,5\n"})
    void whatIsNoListIsRefusedAndNeverAnError(String garbage) {
        var answer = history.send("deployments", garbage.getBytes(UTF_8), "{}", false);

        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
    }

    @Test
    void aMappingThatFitsNothingSaysSo() {
        var csv = HEADS + service + ",1,production,succeeded,2026-03-01T09:00:00Z\n";

        assertThat(history.check("deployments", csv, "{\"service\": \"Nowhere\", \"colour\": \"x\", \"timeZone\": \"Mars\"}").expect(422).text())
                .contains("mapping.service", "mapping.colour", "mapping.timeZone");
        assertThat(history.check("deployments", csv, "{\"timeFormat\": \"bbb\"}").expect(422).text()).contains("mapping.timeFormat");
        assertThat(history.check("deployments", csv, "[1").status()).isEqualTo(400);
        assertThat(history.check("deployments", csv, "{\"service\": null}").status()).isEqualTo(400);
        assertThat(history.check("deployments", csv, "{\"service\": {\"a\": 1}}").status()).isEqualTo(400);
        assertThat(history.send("paintings", csv, "{}").status()).isEqualTo(404);
        assertThat(history.check("deployments", csv, "{\"environment\": \"=staging\", \"startedAt\": \"\"}").expect(422).text()).contains("mapping.startedAt");
        assertThat(api.get("/api/v1/imports/00000000-0000-0000-0000-000000000000").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/imports/none").status()).isEqualTo(400);
    }

    @Test
    void changesOfBeforeAreClosedAndTheDeploymentsThatNameThemWentByThem() {
        var deployments = "service,version,environment,status,startedAt,change,id\n" + """
                %1$s,1.0,production,ok,2026-03-01T09:00:00Z,CHG0031,first
                %1$s,1.1,production,ok,2026-03-02T09:00:00Z,CHG0032,second
                """.formatted(service);
        var changes = "Number,Configuration item,Release,Env,Close code,Type,Opened,Approved by,Approval date,Closed\n" + """
                CHG0031,%1$s,1.0,prod,Successful with issues,Normal,2026-02-27T09:00:00Z,cas,2026-02-28T09:00:00Z,2026-03-01T09:10:00Z
                CHG0032,%1$s,1.1,prod,Successful,Normal,2026-03-01T09:00:00Z,cas,2026-03-02T10:00:00Z,2026-03-02T11:00:00Z
                CHG0033,%1$s,1.2,prod,Scheduled,Normal,2026-03-01T09:00:00Z,,,2026-03-02T11:00:00Z
                CHG0034,%1$s,1.2,prod,Cancelled,Normal,2026-03-01T09:00:00Z,cas,,2026-03-02T11:00:00Z
                CHG0031,%1$s,1.7,prod,Successful,Normal,2026-02-27T09:00:00Z,,,2026-03-01T09:10:00Z
                """.formatted(service);
        history.done("deployments", deployments.lines().limit(2).reduce("", (one, other) -> one + other + "\n"), "{}");

        var checked = history.check("changes", changes, "{}").expect(202);
        var done = history.done("changes", changes, "{}");
        var again = history.done("changes", changes, "{}");
        history.done("deployments", deployments, "{}");

        assertThat(List.of(checked.at("/new"), checked.at("/faulty"))).containsExactly("2", "3");
        assertThat(done.body().path("faults").valueStream().map(each -> each.path("row").asInt() + " " + each.path("code").asString()))
                .containsExactly("4 UNKNOWN_VALUE", "5 REQUIRED", "6 STATE");
        assertThat(List.of(done.at("/new"), again.at("/new"), again.at("/known"))).containsExactly("2", "0", "2");
        var rows = api.get("/api/v1/audit?service=" + service).expect(200);
        assertThat(rows.body().path("items").valueStream().map(row -> row.path("approver").asString() + " " + row.path("gaps")))
                .containsExactly("cas [\"APPROVED_AFTER_START\"]", "cas []");
        assertThat(api.get("/api/v1/ledger/verify").at("/verified")).isEqualTo("true");
    }

    @Test
    void whatWasApprovedIsNotToldByATeam() {
        var csv = "reference,service,version,environment,outcome,raisedAt,closedAt\nC1,%s,1,production,successful,2026-03-01T09:00:00Z,2026-03-02T09:00:00Z\n"
                .formatted(service);
        var own = new HistoryApi(api(service + "-team", EnumSet.allOf(Scope.class)));

        assertThat(own.send("changes", csv, "{}").status()).isEqualTo(403);
        assertThat(new HistoryApi(api(null, Set.of(Scope.DEPLOYMENTS))).send("changes", csv, "{}").status()).isEqualTo(403);
    }
}
