package dev.holdfast.insurance.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The simulator, as programs ask it. */
@HoldfastTest
class SimulationApiTest {

    private static final Viewer ADMIN = new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    private Api admin;

    @BeforeEach
    void twoTeamsOfOneDomain() {
        admin = api(EnumSet.allOf(Scope.class));
        admin.apply("""
                apiVersion: holdfast.dev/v1
                kind: Domain
                metadata: {name: x2-garden}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: x2-one}
                spec: {kind: product}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: x2-two}
                spec: {kind: product}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: x2-benches}
                spec: {owner: x2-one, domain: x2-garden, kind: digital, lifecycle: live, exposurePerHour: {revenue: 1000}, demand: High}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: x2-pots}
                spec: {owner: x2-two, domain: x2-garden, kind: digital, lifecycle: live, exposurePerHour: {revenue: 1000}, demand: High}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: x2-idea}
                spec: {owner: x2-two, kind: digital, lifecycle: building}
                """).expect(200);
    }

    @Test
    void costsGrowAsTheContractHasIt() {
        var answer = admin.post("/api/v1/costs/simulate", """
                {"teams": [1, 10, 50], "levels": {"team": 4, "domain": 3, "none": 3}, "rate": 350, "operationsRate": 200}
                """).expect(200);
        assertThat(answer.at("/items/1/teams")).isEqualTo("10");
        assertThat(answer.at("/items/1/everyTeam/amount")).isEqualTo("3500.00");
        assertThat(answer.at("/items/1/byLevel/amount")).isEqualTo("2450.00");
        assertThat(answer.at("/items/1/opsRunIt/amount")).isEqualTo("200.00");
        assertThat(answer.at("/items/2/byLevel/amount")).isEqualTo("12250.00");
        assertThat(answer.at("/perWeek")).isEqualTo("true");
        assertThat(answer.body().at("/explain").size()).isEqualTo(3);
    }

    @Test
    void whatIsLeftOutIsThePriceLists() {
        var usual = admin.post("/api/v1/costs/simulate", "{\"teams\": [1]}").expect(200);
        var shared = admin.post("/api/v1/costs/simulate", "{\"teams\": [1], \"levels\": {\"domain\": 1}, \"teamsPerDomain\": 5}").expect(200);
        assertThat(shared.at("/items/0/byLevel/amount")).isEqualTo(usual.at("/items/0/everyTeam/amount"));
    }

    @Test
    void aServiceThatMovesChangesWhatTheOrganisationPays() {
        var week = new BigDecimal(admin.post("/api/v1/costs/simulate", "{\"teams\": [1]}").expect(200).at("/items/0/everyTeam/amount"));
        assertThat(difference("{\"service\": \"x2-benches\", \"level\": \"team\"}")).isEqualByComparingTo(week);
        assertThat(difference("{\"service\": \"x2-benches\", \"level\": \"domain\"}, {\"service\": \"x2-pots\", \"level\": \"domain\"}"))
                .isEqualByComparingTo(week);
        assertThat(difference("{\"service\": \"x2-benches\", \"level\": \"none\"}")).isZero();
    }

    @Test
    void withoutAMoveThereIsTheOrganisationAlone() {
        var answer = admin.post("/api/v1/costs/simulate", "{\"organisation\": true}").expect(200);
        assertThat(answer.body().at("/items").size()).isEqualTo(1);
        assertThat(Integer.parseInt(answer.at("/items/0/teams"))).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}|422|teams",
        "{\"teams\": [0]}|422|teams[0]",
        "{\"teams\": [null]}|422|teams[0]",
        "{\"teams\": [1], \"levels\": {\"team\": -1}}|422|levels.team",
        "{\"teams\": [1], \"levels\": {}}|422|levels",
        "{\"teams\": [1], \"rate\": -1}|422|rate",
        "{\"teams\": [1], \"rate\": 12345678901234}|422|rate",
        "{\"teams\": [1], \"teamsPerDomain\": 0}|422|teamsPerDomain",
        "{\"organisation\": true, \"move\": [{\"service\": \"nowhere\", \"level\": \"team\"}]}|422|move[0].service",
        "{\"organisation\": true, \"move\": [{\"service\": \"x2-idea\", \"level\": \"team\"}]}|422|move[0].service",
        "{\"organisation\": true, \"move\": [{\"service\": \"x2-pots\", \"level\": \"operations\"}]}|422|move[0].level",
        "{\"organisation\": true, \"move\": [{\"service\": \"x2-pots\", \"level\": \"moon\"}]}|422|move[0].level",
        "{\"organisation\": true, \"move\": [null]}|422|move[0].service",
    })
    void whatCannotBeIsNamed(String body, int status, String path) {
        assertThat(admin.post("/api/v1/costs/simulate", body).expect(status).at("/errors/0/path")).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[]", "{\"teams\": \"many\"}", "{\"teams\": [1.5e400]}", "nonsense"})
    void garbageIsRefused(String body) {
        admin.post("/api/v1/costs/simulate", body).expect(400);
    }

    @Test
    void whoMayReadMayAsk() {
        api(EnumSet.of(Scope.READ)).post("/api/v1/costs/simulate", "{\"teams\": [1]}").expect(200);
        api(EnumSet.of(Scope.METRICS)).post("/api/v1/costs/simulate", "{\"teams\": [1]}").expect(403);
        new Api("http://localhost:" + port, null).post("/api/v1/costs/simulate", "{\"teams\": [1]}").expect(401);
    }

    private BigDecimal difference(String moves) {
        var answer = admin.post("/api/v1/costs/simulate", "{\"organisation\": true, \"move\": [" + moves + "]}").expect(200);
        return new BigDecimal(answer.at("/items/1/byLevel/amount")).subtract(new BigDecimal(answer.at("/items/0/byLevel/amount")));
    }

    private Api api(Set<Scope> scopes) {
        return new Api("http://localhost:" + port, tokens.make(new Tokens.Wanted("x2", scopes, null, null, null), ADMIN).secret());
    }
}
