package dev.holdfast.incidents.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What programs may do with an incident, and what they are told when it cannot be. */
@HoldfastTest
@TestPropertySource(properties = {"holdfast.admin-token=" + ActsHttpTest.TOKEN, "holdfast.outbound-allow=127.0.0.0/8"})
class ActsHttpTest {

    static final String TOKEN = "hf_acts_0123456789_0123456789_0123456789";

    private static final String KEY = "acts0123456789abcdef0123456789ab";

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    private Api holdfast;

    @BeforeEach
    void aServiceWithItsTeam() {
        holdfast = new Api("http://localhost:" + port, TOKEN);
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: acts-ann}
                spec: {email: ann@example.com, timeZone: Europe/London, notify: [{after: PT0S, by: webhook, to: "http://127.0.0.1:9/ann"}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: acts-team}
                spec: {kind: product, members: [acts-ann], lead: acts-ann}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: acts}
                spec: {kind: digital, owner: acts-team, lifecycle: live, demand: High, exposurePerHour: {revenue: 200000, cost: 0}}
                ---
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: acts-alerts}
                spec: {service: acts, key: %s}
                """.formatted(KEY)).expect(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    notes      | {}                                       | 422 | REQUIRED
                    notes      | {"text": "x", "loud": true}              | 422 | UNKNOWN_FIELD
                    notes      | {                                        | 400 | MALFORMED
                    impact     | {"impact": "0"}                          | 422 | OUT_OF_RANGE
                    impact     | {"impact": "1.01"}                       | 422 | OUT_OF_RANGE
                    impact     | {"impact": "NaN"}                        | 400 | MALFORMED
                    impact     | {"impact": "1", "service": "nothing"}    | 422 | UNKNOWN_REFERENCE
                    impact     | {"impact": "1", "at": "2020-01-01T00:00:00Z"} | 422 | OUT_OF_RANGE
                    impact     | {"impact": "1", "at": "2199-01-01T00:00:00Z"} | 422 | OUT_OF_RANGE
                    loss       | {"amount": 5}                            | 422 | REQUIRED
                    loss       | {"amount": -5, "note": "counted"}        | 422 | OUT_OF_RANGE
                    commander  | {"person": "nobody"}                     | 422 | UNKNOWN_REFERENCE
                    reassign   | {"service": "acts"}                      | 422 | REQUIRED
                    acknowledge | {"person": "nobody"}                    | 422 | UNKNOWN_REFERENCE
                    """)
    void whatIsWrongIsSaidAndChangesNothing(String act, String body, int status, String code) {
        var incident = declared();

        var answer = act(incident, act, body).expect(status);

        assertThat(answer.header("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
        assertThat(kinds(incident)).containsOnly("opened", "incident-manager-told");
    }

    @Test
    void whatIsSoAlreadyStaysSoWithoutATrace() {
        var incident = declared();
        act(incident, "acknowledge", "{\"person\": \"acts-ann\"}").expect(200);
        act(incident, "commander", "{\"person\": \"acts-ann\"}").expect(200);
        act(incident, "security", "{\"affectsUsers\": true}").expect(200);
        var before = kinds(incident);

        act(incident, "acknowledge", "{\"person\": \"acts-ann\"}").expect(200);
        act(incident, "commander", "{\"person\": \"acts-ann\"}").expect(200);
        act(incident, "security", "{\"affectsUsers\": true}").expect(200);
        act(incident, "major", "{\"reason\": \"it is\"}").expect(200);

        assertThat(kinds(incident)).isEqualTo(before);
    }

    @Test
    void aSecurityIncidentThatAffectsUsersStaysMajor() {
        var incident = declared();
        act(incident, "security", "{\"affectsUsers\": true}").expect(200);

        var answer = act(incident, "minor", "{\"reason\": \"hardly anybody\"}").expect(409);

        assertThat(answer.at("/errors/0/code")).isEqualTo("STATE");
        var now = holdfast.get("/api/v1/incidents/" + incident);
        assertThat(now.at("/type")).isEqualTo("major");
        assertThat(now.at("/typeBy")).isEqualTo("security");
    }

    @Test
    void aResolvedOneTakesNoActUntilItIsReopened() {
        var incident = declared();
        act(incident, "resolve", "").expect(200);

        for (var act : List.of("acknowledge", "unacknowledge", "escalate")) {
            assertThat(act(incident, act, "{}").expect(409).at("/errors/0/code")).isEqualTo("STATE");
        }

        act(incident, "reopen", "{\"reason\": \"it is back\"}").expect(200);
        assertThat(act(incident, "acknowledge", "{}").expect(200).at("/state")).isEqualTo("acknowledged");
    }

    @Test
    void whenAnAlertResolvesInTheMomentOfItsPageNothingFails() {
        var keys = IntStream.range(0, 40).mapToObj(number -> UUID.randomUUID().toString()).toList();

        for (var key : keys) {
            holdfast.trigger(KEY, key, "It comes and goes").expect(202);
            holdfast.event(KEY, "resolve", key, "It comes and goes", "critical").expect(202);
        }

        assertThat(holdfast.get("/api/v1/incidents?service=acts&state=triggered").body().path("items").valueStream()
                        .map(incident -> incident.path("summary").asString()))
                .doesNotContain("It comes and goes");
    }

    @Test
    void manyReadersLeaveTheDatabaseFree() {
        var incident = declared();
        var later = clock.instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

        for (var read = 0; read < 30; read++) {
            holdfast.get("/api/v1/incidents?service=acts").expect(200);
            holdfast.get("/api/v1/services/acts?at=" + later).expect(200);
        }

        act(incident, "resolve", "{}").expect(200);
    }

    private String declared() {
        return holdfast.post("/api/v1/incidents", "{\"service\": \"acts\", \"summary\": \"Seen by hand\", \"page\": false}")
                .expect(201)
                .at("/id");
    }

    private Api.Answer act(String incident, String act, String body) {
        return holdfast.post("/api/v1/incidents/" + incident + "/" + act, body);
    }

    private List<String> kinds(String incident) {
        return holdfast.get("/api/v1/incidents/" + incident + "/timeline").body().path("items").valueStream()
                .map(entry -> entry.path("kind").asString())
                .toList();
    }
}
