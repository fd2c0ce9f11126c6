package dev.holdfast.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.oncall.Shift;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Feeds made, read back by another library, and attacked. */
@HoldfastTest
class FeedHttpTest {

    private static final Viewer ADMIN = new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    Schedules schedules;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private Api admin;

    @BeforeEach
    void aTeamWithNights() {
        admin = api(null, null);
        admin.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: feed-ann, title: "Ann, the \\"first\\"; 🔥"}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: feed-bob}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: feed-eve}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: feed-team}
                spec: {kind: product, members: [feed-ann, feed-bob], lead: feed-bob, productManager: feed-bob}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: feed-others}
                spec: {kind: product, members: [feed-eve], lead: feed-eve, productManager: feed-eve}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: feed-nights}
                spec: {team: feed-team, hours: out-of-hours, timeZone: Europe/London, layers: [{start: "2026-01-05T09:00", every: P1W, people: [feed-ann, feed-bob]}]}
                """).expect(200);
    }

    @Test
    void hasWhatTheScheduleSaysAndASwapIsOneNewShiftAndNoOtherId() {
        var url = made("{\"schedule\": \"feed-nights\"}");
        var first = events(url);
        var now = clock.instant();
        var shifts = schedules.shifts("feed-nights", now, now.plus(Duration.ofDays(300))).items();
        assertThat(first).filteredOn(event -> end(event).isAfter(now) && start(event).isBefore(now.plus(Duration.ofDays(300))))
                .extracting(FeedHttpTest::end).startsWith(shifts.stream().limit(40).map(Shift::to).toArray(Instant[]::new));
        assertThat(first).allSatisfy(event -> assertThat(event.getSequence().getValue()).isZero());

        var from = shifts.get(3).from().plus(Duration.ofHours(30));
        var id = admin.post("/api/v1/schedules/feed-nights/overrides", "{\"from\": \"%s\", \"to\": \"%s\", \"person\": \"feed-eve\"}"
                .formatted(from, from.plus(Duration.ofHours(10)))).expect(201).at("/id");
        var second = events(url);

        assertThat(second).extracting(event -> event.getUid().getValue()).containsAll(first.stream().map(event -> event.getUid().getValue()).toList())
                .anyMatch(uid -> uid.startsWith("feed-nights." + id + "@"));
        assertThat(second).filteredOn(event -> event.getSequence().getValue() == 1).singleElement()
                .satisfies(event -> assertThat(start(event)).isEqualTo(shifts.get(3).from()));

        admin.delete("/api/v1/schedules/feed-nights/overrides/" + id).expect(204);
        assertThat(events(url)).filteredOn(event -> event.getUid().getValue().contains(id)).singleElement()
                .satisfies(event -> assertThat(event.getStatus().isCancelled()).isTrue())
                .satisfies(event -> assertThat(event.getSequence().getValue()).isOne());
        clock.advance(Duration.ofDays(31));
        assertThat(events(url)).noneMatch(event -> event.getUid().getValue().contains(id));
    }

    @Test
    void aPersonsFeedHasTheirShiftsAndATeamsThoseOfAll() {
        var ann = events(api("feed-ann", null).post("/api/v1/feeds", "{\"person\": \"feed-ann\"}").expect(201).at("/url"));
        var team = events(made("{\"team\": \"feed-team\"}"));

        assertThat(ann).isNotEmpty().allSatisfy(event -> assertThat(event.getSummary().getValue()).startsWith("On call: "));
        assertThat(team).extracting(event -> event.getSummary().getValue()).anyMatch(summary -> summary.startsWith("Ann, the \"first\"; 🔥: "))
                .anyMatch(summary -> summary.startsWith("feed-bob: "));
        assertThat(team.size()).isGreaterThan(ann.size());
    }

    @Test
    void isAskedAgainForNothingUntilSomethingChanges() {
        var url = made("{\"schedule\": \"feed-nights\"}");
        var nobody = admin.as(null);
        var first = nobody.get(path(url)).expect(200);
        assertThat(first.header("Content-Type").orElse("")).startsWith("text/calendar");
        var tag = first.header("ETag").orElseThrow();

        nobody.send(nobody.request(path(url)).header("If-None-Match", tag).GET()).expect(304);
        assertThat(nobody.get(path(url)).text()).isEqualTo(first.text());

        var from = clock.instant().plus(Duration.ofDays(50)).truncatedTo(ChronoUnit.SECONDS);
        admin.post("/api/v1/schedules/feed-nights/overrides", "{\"from\": \"%s\", \"to\": \"%s\", \"person\": \"feed-eve\"}"
                .formatted(from, from.plus(Duration.ofHours(1)))).expect(201);
        nobody.send(nobody.request(path(url)).header("If-None-Match", tag).GET()).expect(200);
    }

    @Test
    void endsAtOnceAndItsSecretIsNowhere() {
        var answer = api("feed-ann", null).post("/api/v1/feeds", "{\"person\": \"feed-ann\"}").expect(201);
        var secret = path(answer.at("/url")).replaceAll("^/feeds/|\\.ics$", "");
        assertThat(secret).hasSize(22);
        assertThat(api("feed-ann", null).get("/api/v1/feeds").expect(200).text()).doesNotContain(secret);
        assertThat(db.sql("select string_agg(entry::text, ' ') from ledger.entry as entry").query(String.class).single())
                .contains("feed/" + answer.at("/id")).doesNotContain(secret);
        assertThat(db.sql("select string_agg(feed::text, ' ') from feeds.feed as feed").query(String.class).single()).doesNotContain(secret);

        assertThat(api("feed-eve", null).get("/api/v1/feeds").expect(200).text()).doesNotContain(answer.at("/id"));
        api("feed-eve", null).delete("/api/v1/feeds/" + answer.at("/id")).expect(404);
        api("feed-ann", "feed-others").delete("/api/v1/feeds/" + answer.at("/id")).expect(404);
        admin.as(null).get(path(answer.at("/url"))).expect(200);
        api("feed-ann", null).delete("/api/v1/feeds/" + answer.at("/id")).expect(204);

        admin.as(null).get(path(answer.at("/url"))).expect(404);
        api("feed-ann", null).delete("/api/v1/feeds/" + answer.at("/id")).expect(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "AAAAAAAAAAAAAAAAAAAAAA", "%27%20or%201=1", "..%2f..%2fetc", "AAAAAAAAAAAAAAAAAAAAA%00", "é"})
    void aGuessIsNotFound(String guess) {
        assertThat(admin.as(null).get("/feeds/" + guess.replace("é", "%C3%A9") + ".ics").status()).isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            feed-eve |             | {"person": "feed-ann"}                          | 403
            feed-ann | feed-others | {"person": "feed-ann"}                          | 403
            feed-ann | feed-others | {"team": "feed-team"}                           | 403
                     | feed-others | {"schedule": "feed-nights"}                     | 403
                     | feed-team   | {"schedule": "feed-nights"}                     | 201
            feed-eve |             | {"team": "feed-team"}                           | 201
                     |             | {"person": "feed-ann"}                          | 403
            feed-eve |             | {"team": "none"}                                | 422
            feed-eve |             | {"schedule": "none"}                            | 422
            feed-eve |             | {}                                              | 422
            feed-eve |             | {"team": "feed-team", "schedule": "feed-nights"} | 422
            feed-eve |             | {"service": "a"}                                | 422
            feed-eve |             | []                                              | 400
            """)
    void isMadeByThoseWhoMay(@Nullable String person, @Nullable String team, String body, int status) {
        var answer = api(person, team).post("/api/v1/feeds", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    @Test
    void whoMayOnlyReadMakesNone() {
        new Api("http://localhost:" + port, tokens.make(new Tokens.Wanted("feeds", Set.of(Scope.READ), null, "feed-ann", null), ADMIN).secret())
                .post("/api/v1/feeds", "{\"person\": \"feed-ann\"}").expect(403);
        admin.as(null).post("/api/v1/feeds", "{\"person\": \"feed-ann\"}").expect(401);
    }

    private String made(String body) {
        return admin.post("/api/v1/feeds", body).expect(201).at("/url");
    }

    private List<VEvent> events(String url) {
        return Biweekly.parse(admin.as(null).get(path(url)).expect(200).text()).first().getEvents();
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }

    private static Instant start(VEvent event) {
        return event.getDateStart().getValue().toInstant();
    }

    private static Instant end(VEvent event) {
        return event.getDateEnd().getValue().toInstant();
    }

    private Api api(@Nullable String person, @Nullable String team) {
        var scopes = person == null && team == null ? EnumSet.allOf(Scope.class) : EnumSet.of(Scope.READ, Scope.CATALOGUE);
        return new Api("http://localhost:" + port, tokens.make(new Tokens.Wanted("feeds", scopes, team, person, null), ADMIN).secret());
    }
}
