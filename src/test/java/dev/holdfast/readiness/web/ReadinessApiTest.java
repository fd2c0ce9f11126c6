package dev.holdfast.readiness.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.Statements;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Lifecycle;
import dev.holdfast.readiness.Readiness;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Readiness, as programs read it and write evidence. */
@HoldfastTest
class ReadinessApiTest {

    private static final Viewer ADMIN = new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    Readiness readiness;

    @Autowired
    Documents documents;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private Api admin;
    private LocalDate today;

    @BeforeEach
    void aServiceWithItsTeam() {
        admin = api(null, null);
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        admin.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: r-ann, title: Ann Holt}
                spec: {timeZone: UTC, notify: [{after: PT0S, by: webhook, to: "http://127.0.0.1:9/ann"}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: r-bob}
                spec: {timeZone: UTC}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: r-pia}
                spec: {timeZone: UTC}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: r-out}
                spec: {timeZone: UTC, onCall: false}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: r-team, title: Rugs}
                spec: {kind: product, members: [r-ann, r-bob, r-pia, r-out], lead: r-ann}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: r-others}
                spec: {kind: product, members: []}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: r-lamps}
                spec: {kind: digital, owner: r-team, demand: High}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: r-rugs}
                spec:
                  kind: digital
                  owner: r-team
                  exposurePerHour: {revenue: 200000, cost: 0}
                  demand: High
                  links: {runbook: {url: "https://example.com/r", checked: "%s"}, dashboard: "https://example.com/d", logs: "https://example.com/l"}
                """.formatted(today.minusDays(20))).expect(200);
    }

    @Test
    void someAnswerThemselvesAndTheRestIsMissingWithTheWayToMendIt() {
        var answer = admin.get("/api/v1/services/r-rugs/readiness").expect(200);

        assertThat(states("/api/v1/services/r-rugs/readiness")).containsExactlyInAnyOrderEntriesOf(Map.of(
                "inception", "missing", "team-skills", "missing", "runbook", "due", "telemetry", "present", "onboarding", "missing",
                "escalation-path", "missing", "learning-mindset", "missing"));
        assertThat(answer.at("/items/2/evidence/by")).isEqualTo("holdfast");
        assertThat(answer.at("/items/0/add/url")).startsWith("http").endsWith("/catalogue/services/r-rugs/edit#domain");
        assertThat(answer.at("/items/4/add/text")).contains("r-bob");
        assertThat(answer.at("/items/5/add/text")).isEqualTo("Name the product manager of Rugs");
    }

    @Test
    void evidenceCountsUntilItsTimeIsOverAndStaysReadable() {
        var path = "/api/v1/services/r-lamps/readiness/runbook";
        var written = admin.put(path, """
                {"text": "Walked through it", "url": "https://example.com/notes", "validFor": "P7D"}""").expect(200);
        assertThat(written.at("/state")).isEqualTo("present");
        assertThat(written.at("/evidence/validFor")).isEqualTo("P7D");
        assertThat(written.at("/evidence/url")).isEqualTo("https://example.com/notes");

        clock.advance(Duration.ofDays(8));
        assertThat(states("/api/v1/services/r-lamps/readiness").get("runbook")).isEqualTo("due");

        admin.put(path, "{\"text\": \"Again\"}").expect(200);
        assertThat(states("/api/v1/services/r-lamps/readiness").get("runbook")).isEqualTo("present");
        assertThat(admin.get(path + "/evidence").expect(200).body().at("/items").values()).extracting(it -> it.get("text").asString())
                .startsWith("Again", "Walked through it");
        assertThat(db.sql("select count(*) from ledger.entry where act = 'readiness-evidence-written' and subject = 'service/r-lamps/runbook'")
                .query(Long.class).single()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void noTextReplacesWhatIsPlainlyNotThere() {
        var answer = admin.put("/api/v1/services/r-lamps/readiness/escalation-path", "{\"text\": \"Everybody knows\"}").expect(200);

        assertThat(answer.at("/state")).isEqualTo("missing");
        assertThat(answer.at("/evidence/text")).isEqualTo("Everybody knows");
    }

    @Test
    void aPersonHasTheirOwnAndWhoTakesNoTurnsIsAskedNothing() {
        assertThat(states("/api/v1/people/r-bob/readiness")).containsExactlyInAnyOrderEntriesOf(Map.of(
                "team-skills", "missing", "onboarding", "missing", "escalation-path", "present", "learning-mindset", "missing"));
        assertThat(states("/api/v1/people/r-out/readiness")).isEmpty();
        admin.put("/api/v1/people/r-bob/readiness/runbook", "{\"text\": \"x\"}").expect(422);
    }

    @Test
    void onlyWhoseItIsWritesEvidence() {
        var body = "{\"text\": \"As it is\"}";
        api(null, "r-team").put("/api/v1/services/r-lamps/readiness/team-skills", body).expect(200);
        api(null, "r-others").put("/api/v1/services/r-lamps/readiness/team-skills", body).expect(403);
        api("r-pia", null).put("/api/v1/people/r-pia/readiness/team-skills", body).expect(200);
        api("r-ann", null).put("/api/v1/people/r-pia/readiness/team-skills", body).expect(200);
        api("r-bob", null).put("/api/v1/people/r-ann/readiness/team-skills", body).expect(403);
        api(null, "r-team").put("/api/v1/people/r-pia/readiness/team-skills", body).expect(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            services/r-rugs/readiness/runbook  | {}                                                | 422
            services/r-rugs/readiness/runbook  | {"text": "  "}                                    | 422
            services/r-rugs/readiness/runbook  | {"text": "x", "url": "javascript:alert(1)"}       | 422
            services/r-rugs/readiness/runbook  | {"text": "x", "url": "https://exa mple"}          | 422
            services/r-rugs/readiness/runbook  | {"text": "x", "validFor": "soon"}                 | 422
            services/r-rugs/readiness/runbook  | {"text": "x", "validFor": "P1M"}                  | 422
            services/r-rugs/readiness/runbook  | {"text": "x", "validFor": "-P1D"}                 | 422
            services/r-rugs/readiness/runbook  | {"text": "x", "validFor": "P99999999999D"}        | 422
            services/r-rugs/readiness/luck     | {"text": "x"}                                     | 404
            services/r-none/readiness/runbook  | {"text": "x"}                                     | 404
            people/r-none/readiness/onboarding | {"text": "x"}                                     | 404
            services/r-rugs/readiness/runbook  | nonsense                                          | 400
            """)
    void whatCannotBeIsRefused(String path, String body, int status) {
        admin.put("/api/v1/" + path, body).expect(status);
    }

    @Test
    void asManyQuestionsHoweverManyServices() {
        var view = documents.at(clock.instant());
        readiness.ofAll(view);
        var few = Statements.of(() -> documents.holding(() -> readiness.ofAll(view))).size();
        var more = new StringBuilder();
        for (var number = 0; number < 20; number++) {
            more.append("apiVersion: holdfast.dev/v1\nkind: Service\nmetadata: {name: r-more-%d}\nspec: {kind: digital, owner: r-team, demand: High}\n---\n".formatted(number));
        }
        admin.apply(more.toString()).expect(200);
        var after = documents.at(clock.instant());
        var all = Statements.of(() -> documents.holding(() -> readiness.ofAll(after)));

        assertThat(readiness.ofAll(after).keySet()).hasSameSizeAs(after.services().stream().filter(it -> it.lifecycle() != Lifecycle.DECOMMISSIONED).toList());
        assertThat(all).hasSizeLessThanOrEqualTo(few);
        var alone = after.services().iterator().next().name();
        assertThat(readiness.of(alone)).isEqualTo(readiness.ofAll(after).get(alone));
    }

    @Test
    void aShadowIsToldAtTheBeginningOfTheTurnAndHasDoneItAfterwards() {
        var from = clock.instant().minus(Duration.ofHours(1));
        admin.apply("""
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: r-nights}
                spec:
                  team: r-team
                  hours: always
                  timeZone: UTC
                  layers: [{start: "%s", every: P7D, people: [r-ann]}]
                  shadows: [{person: r-pia, with: r-ann, from: "%s", to: "%s"}]
                """.formatted(today.minusDays(1) + "T00:00", from, from.plus(Duration.ofDays(2)))).expect(200);
        assertThat(admin.get("/api/v1/schedules/r-nights").expect(200).at("/status/shadows/0/person")).isEqualTo("r-pia");
        assertThat(admin.get("/api/v1/schedules/r-nights/shifts?from=%s&to=%s".formatted(from, from.plus(Duration.ofDays(2)))).text()).doesNotContain("r-pia");

        clock.advance(Duration.ofMinutes(2));
        await().until(() -> db.sql("select count(*) from oncall.shadow_turn where person = 'r-pia' and told_at is not null").query(Long.class).single() == 1);
        clock.advance(Duration.ofDays(3));
        assertThat(states("/api/v1/people/r-pia/readiness").get("team-skills")).isEqualTo("present");
        assertThat(admin.get("/api/v1/people/r-pia/readiness").at("/items/0/evidence/text")).isEqualTo("One shadow turn beside r-ann");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            person: r-bob, with: r-bob, from: "2027-01-01T00:00:00Z", to: "2027-01-02T00:00:00Z"  | with
            person: r-bob, with: r-ann, from: "2027-01-02T00:00:00Z", to: "2027-01-02T00:00:00Z"  | to
            person: r-bob, with: r-ann, from: "2027-01-02T00:00:00Z", to: "2029-01-02T00:00:00Z"  | to
            person: r-nobody, with: r-ann, from: "2027-01-01T00:00:00Z", to: "2027-01-02T00:00:00Z" | person
            with: r-ann, from: "2027-01-01T00:00:00Z", to: "2027-01-02T00:00:00Z"                 | person
            """)
    void aShadowThatCannotBeIsRefused(String shadow, String field) {
        var answer = admin.apply("""
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: r-wrong}
                spec: {team: r-team, timeZone: UTC, layers: [{start: "2026-11-02T09:00", people: [r-ann]}], shadows: [{%s}]}
                """.formatted(shadow)).expect(422);
        assertThat(answer.text()).contains("shadows[0]." + field);
    }

    private Map<String, String> states(String path) {
        var states = new TreeMap<String, String>();
        admin.get(path).expect(200).body().at("/items").values().forEach(it -> states.put(it.get("preparation").asString(), it.get("state").asString()));
        return states;
    }

    private Api api(@Nullable String person, @Nullable String team) {
        var scopes = person == null && team == null ? EnumSet.allOf(Scope.class) : EnumSet.of(Scope.READ, Scope.CATALOGUE);
        return new Api("http://localhost:" + port, tokens.make(new Tokens.Wanted("readiness", scopes, team, person, null), ADMIN).secret());
    }
}
