package dev.holdfast.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.Phones;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What one shift leaves to the next, over HTTP and on the phone of whoever takes over. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.outbound-allow=127.0.0.0/8")
class HandoverHttpTest {

    private static final Viewer ADMIN = new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");
    private static final String KEY = "handover0123456789abcdef01234567";
    private static final String PATH = "/api/v1/schedules/ho-days/handovers";

    private final Phones phones = new Phones();

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private Api admin;

    @BeforeEach
    void aTeamThatTakesTurnsByTheDay() {
        admin = api(null, null);
        admin.apply(Stream.of("ho-amy", "ho-bea", "ho-cam", "ho-eve").map(this::person).collect(Collectors.joining()) + """
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: ho-team}
                spec: {kind: product, members: [ho-amy, ho-bea], lead: ho-cam, productManager: ho-cam}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: ho-others}
                spec: {kind: product, members: [ho-eve], lead: ho-eve, productManager: ho-eve}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: ho-shop}
                spec: {kind: digital, owner: ho-team, lifecycle: live, demand: High, exposurePerHour: {revenue: 200000, cost: 0}}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: ho-days}
                spec: {team: ho-team, hours: always, timeZone: Europe/London, layers: [{start: "2026-01-05T09:00", every: P1D, people: [ho-amy, ho-bea]}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: ho-alerts}
                spec: {service: ho-shop, key: %s}
                """.formatted(KEY)).expect(200);
    }

    @AfterEach
    void hangUp() {
        phones.close();
    }

    @Test
    void whoTakesOverIsToldOnceWithTheNotesAndTheDigestAndSaysSo() {
        var number = openIncident();
        var next = next();
        assertThat(next.path("digest").path("openIncidents").get(0).path("incident").asString()).isEqualTo(number);
        assertThat(next.path("digest").path("changes")).isEmpty();
        api(next.path("from").asString(), null).post(PATH + "/notes", "{\"text\": \"Watch the queue\"}").expect(201);
        var to = next.path("to").asString();

        clock.advanceTo(Instant.parse(next.path("at").asString()));

        var told = phones.await(call -> call.type().equals("handover") && call.person().equals(to));
        assertThat(told.raw()).contains("Watch the queue").contains(number);
        clock.advance(Duration.ofMinutes(10));
        assertThat(phones.to(to)).filteredOn(call -> call.type().equals("handover")).hasSize(1);
        var taken = api(to, null).post(PATH + "/" + next.path("id").asString() + "/acknowledge", "").expect(200);
        assertThat(taken.at("/acknowledgedAt")).isNotEmpty();
        assertThat(taken.at("/notes/0/text")).isEqualTo("Watch the queue");
        assertThat(api(to, null).post(PATH + "/" + next.path("id").asString() + "/acknowledge", "").expect(200).at("/acknowledgedAt"))
                .isEqualTo(taken.at("/acknowledgedAt"));
        assertThat(admin.get("/api/v1/ledger?subject=schedule/ho-days").text()).contains("handover-note", "handover-acknowledged");
        admin.post("/api/v1/incidents/" + number + "/resolve", "").expect(200);
    }

    @Test
    void theNoisiestIsWhatCalledMostDuringTheShift() {
        var number = openIncident();
        phones.await(call -> call.type().equals("page") && call.incident().equals(number));

        var noisy = next().path("digest").path("noisiest").valueStream().filter(it -> it.path("dedupKey").asString().equals("ho-noise")).toList();

        assertThat(noisy).hasSize(1);
        assertThat(noisy.getFirst().path("callouts").asInt()).isPositive();
        assertThat(noisy.getFirst().path("integration").asString()).isEqualTo("ho-alerts");
        admin.post("/api/v1/incidents/" + number + "/resolve", "").expect(200);
    }

    @Test
    void aShiftThatIsMovedIsToldWhenItBeginsThenAndOneTimerStands() {
        var from = clock.instant().plus(Duration.ofMinutes(90));
        for (var count = 0; count < 3; count++) {
            from = from.minus(Duration.ofMinutes(20));
            admin.post("/api/v1/schedules/ho-days/overrides", "{\"from\": \"%s\", \"to\": \"%s\", \"person\": \"ho-cam\"}"
                    .formatted(from, from.plus(Duration.ofMinutes(10)))).expect(201);
        }
        awaitNothingDue();
        assertThat(timers()).isOne();

        clock.advanceTo(from.plusSeconds(1));

        phones.await(call -> call.type().equals("handover") && call.person().equals("ho-cam"));
        awaitNothingDue();
        assertThat(timers()).isOne();
        assertThat(db.sql("select count(*) from handover.watch where schedule = 'ho-days'").query(Integer.class).single()).isOne();
    }

    @Test
    void whoHasHandedOverAddsToWhatTheyLeft() {
        var next = next();
        clock.advanceTo(Instant.parse(next.path("at").asString()).plusSeconds(60));

        api(next.path("from").asString(), null).post(PATH + "/notes", "{\"text\": \"I forgot: the queue\"}").expect(201);

        var earlier = admin.get(PATH).expect(200).body().path("items").valueStream()
                .filter(item -> item.path("id").asString().equals(next.path("id").asString())).findFirst().orElseThrow();
        assertThat(earlier.path("notes").valueStream()).last().extracting(note -> note.path("text").asString()).isEqualTo("I forgot: the queue");
        assertThat(next().path("notes")).isEmpty();
    }

    @Test
    void isRefusedToThoseWhoseItIsNot() {
        var next = next();
        var to = next.path("to").asString();
        var acknowledge = PATH + "/" + next.path("id").asString() + "/acknowledge";
        var note = "{\"text\": \"hello\"}";

        admin.as(null).get(PATH).expect(401);
        admin.as(null).post(PATH + "/notes", note).expect(401);
        api(null, "ho-others").post(PATH + "/notes", note).expect(403);
        api(to, "ho-others").post(PATH + "/notes", note).expect(403);
        api("ho-eve", null).post(PATH + "/notes", note).expect(403);
        api("ho-amy", null, Scope.READ).post(PATH + "/notes", note).expect(403);
        api(next.path("from").asString(), null).post(acknowledge, "").expect(403);
        api(to, "ho-others").post(acknowledge, "").expect(403);
        api(to, null, Scope.READ).post(acknowledge, "").expect(403);
        admin.post(acknowledge, "").expect(403);

        api("ho-eve", null, Scope.READ).get(PATH).expect(200);
        api(null, "ho-team").post(PATH + "/notes", note).expect(201);
        assertThat(next().path("acknowledgedAt").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ho-days | notes                             | {}                  | 422
            ho-days | notes                             | {"text": " "}       | 422
            ho-days | notes                             | {"text": 3, "a": 1} | 400
            ho-days | notes                             | nonsense            | 400
            ho-days | notes                             | {"text": "\\u0000"} | 400
            ho-none | notes                             | {"text": "a"}       | 404
            ho-days | ho-days-20310101T000000Z/acknowledge |                  | 404
            ho-days | ho-days-soon/acknowledge          |                     | 404
            ho-none | ho-none-20310101T000000Z/acknowledge |                  | 404
            """)
    void saysWhatIsWrong(String schedule, String path, @Nullable String body, int status) {
        var answer = admin.post("/api/v1/schedules/" + schedule + "/handovers/" + path, body == null ? "" : body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void goesOnByItsCursor() {
        clock.advance(Duration.ofDays(4));
        var first = admin.get(PATH + "?limit=2").expect(200);

        var second = admin.get(PATH + "?limit=2&cursor=" + first.at("/next")).expect(200);

        assertThat(first.body().path("items")).hasSize(2);
        assertThat(Instant.parse(second.at("/items/0/at"))).isBefore(first.at("/items/1/at"));
    }

    private String openIncident() {
        admin.trigger(KEY, "ho-noise", "Search returns errors").expect(202);
        return admin.get("/api/v1/incidents?service=ho-shop&state=triggered").expect(200).at("/items/0/number");
    }

    private JsonNode next() {
        var items = admin.get(PATH).expect(200).body().path("items");
        assertThat(Instant.parse(items.get(0).path("at").asString())).isAfter(clock.instant());
        return items.get(0);
    }

    private void awaitNothingDue() {
        await().atMost(Duration.ofSeconds(10)).until(() -> db.sql("""
                select count(*) from timers.scheduled_tasks where task_name = 'handover' and execution_time <= :now
                """).param("now", clock.instant().atOffset(ZoneOffset.UTC)).query(Integer.class).single() == 0);
    }

    private int timers() {
        return db.sql("select count(*) from timers.scheduled_tasks where task_name = 'handover' and task_instance like 'ho-days#%'")
                .query(Integer.class).single();
    }

    private Api api(@Nullable String person, @Nullable String team, Scope... scopes) {
        var may = scopes.length > 0 ? Set.of(scopes)
                : person == null && team == null ? EnumSet.allOf(Scope.class) : EnumSet.of(Scope.READ, Scope.CATALOGUE);
        return new Api("http://localhost:" + port, tokens.make(new Tokens.Wanted("handover", may, team, person, null), ADMIN).secret());
    }

    private String person(String name) {
        return """
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: %1$s}
                spec: {email: %1$s@example.com, timeZone: Europe/London, onCall: true, notify: [{after: PT0S, by: webhook, to: "%2$s"}]}
                """.formatted(name, phones.of(name));
    }
}
