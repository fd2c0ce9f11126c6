package dev.holdfast.oncall.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.oncall.Leaves;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leave, as programs enter and read it. */
@HoldfastTest
class LeaveApiTest {

    private static final Viewer ADMIN =
            new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    Leaves leaves;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private Api admin;

    @BeforeEach
    void aTeamWithASchedule() {
        admin = api(null, null);
        admin.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: l-ann}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: l-bob}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: l-kai}
                spec: {timeZone: Pacific/Kiritimati}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: l-team}
                spec: {kind: product, members: [l-ann, l-bob, l-kai], lead: l-bob}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: l-others}
                spec: {kind: product, members: [], lead: l-ann}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: l-nights}
                spec:
                  team: l-team
                  hours: out-of-hours
                  timeZone: Europe/London
                  layers: [{start: "2026-11-02T09:00", every: P1W, people: [l-ann, l-bob]}]
                """).expect(200);
    }

    @Test
    void isEnteredShownAndWithdrawn() {
        var entered = api("l-ann", null).post(leave("l-ann"), "{\"from\": \"2031-07-01\", \"to\": \"2031-07-15\", \"note\": \"islands\"}").expect(201);

        assertThat(entered.at("/from")).isEqualTo("2031-06-30T23:00:00Z");
        assertThat(entered.at("/to")).isEqualTo("2031-07-14T23:00:00Z");
        assertThat(entered.at("/source")).isEqualTo("entered");
        assertThat(entered.header("Location")).contains(leave("l-ann") + "/" + entered.at("/id"));
        assertThat(admin.get(leave("l-ann")).text()).contains(entered.at("/id")).contains("islands");

        api("l-ann", null).delete(leave("l-ann") + "/" + entered.at("/id")).expect(204);

        assertThat(admin.get(leave("l-ann")).text()).doesNotContain(entered.at("/id"));
        api("l-ann", null).delete(leave("l-ann") + "/" + entered.at("/id")).expect(404);
    }

    @Test
    void saysAtOnceWhichShiftsItMeets() {
        var entered = admin.post(leave("l-ann"), "{\"from\": \"2032-03-24\", \"to\": \"2032-04-07\"}").expect(201);

        var clashes = entered.body().path("clashes");
        assertThat(clashes).hasSize(1);
        assertThat(clashes.get(0).toString()).isEqualTo(
                "{\"schedule\":\"l-nights\",\"from\":\"2032-03-29T08:00:00Z\",\"to\":\"2032-04-05T08:00:00Z\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "l-ann, 2031-03-30, 2031-03-31, 2031-03-30T00:00:00Z, 2031-03-30T23:00:00Z",
        "l-ann, 2031-10-26, 2031-10-27, 2031-10-25T23:00:00Z, 2031-10-27T00:00:00Z",
        "l-kai, 2031-12-25, 2031-12-26, 2031-12-24T10:00:00Z, 2031-12-25T10:00:00Z",
        "l-kai, 2031-12-25T09:00:00+14:00, 2031-12-25T17:00:00+14:00, 2031-12-24T19:00:00Z, 2031-12-25T03:00:00Z"
    })
    void datesAreDaysWhereThePersonIs(String person, String from, String to, String starts, String ends) {
        var entered = admin.post(leave(person), "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(from, to)).expect(201);

        assertThat(entered.at("/from")).isEqualTo(starts);
        assertThat(entered.at("/to")).isEqualTo(ends);
    }

    @Test
    void isThePersonsTheirLeadsAndTheAdministratorsToEnter() {
        var body = "{\"from\": \"2033-01-01\", \"to\": \"2033-01-05\", \"note\": \"private\"}";

        var theirs = api("l-ann", null).post(leave("l-ann"), body).expect(201);
        api("l-bob", null).post(leave("l-ann"), body).expect(201);
        admin.post(leave("l-ann"), body).expect(201);
        api("l-kai", null).post(leave("l-ann"), body).expect(403);
        api("l-ann", null).post(leave("l-bob"), body).expect(403);
        api(null, "l-others").post(leave("l-ann"), body).expect(403);
        api(null, "l-others").delete(leave("l-ann") + "/" + theirs.at("/id")).expect(403);
        admin.as(null).get(leave("l-ann")).expect(401);

        assertThat(api("l-kai", null).get(leave("l-ann")).expect(200).text()).contains(theirs.at("/id")).doesNotContain("private");
        assertThat(api("l-bob", null).get(leave("l-ann")).text()).contains("private");
        assertThat(db.sql("select string_agg(entry::text, ' ') from ledger.entry as entry where act like 'leave-%'")
                .query(String.class).single()).contains("leave-entered").doesNotContain("private");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"from": "2031-07-01"}                                                  | 422 | REQUIRED
            {"from": "2031-07-01", "to": "2031-07-01"}                              | 422 | OUT_OF_RANGE
            {"from": "2031-07-02", "to": "2031-07-01"}                              | 422 | OUT_OF_RANGE
            {"from": "2020-07-01", "to": "2020-07-02"}                              | 422 | OUT_OF_RANGE
            {"from": "2031-07-01", "to": "2041-07-01"}                              | 422 | OUT_OF_RANGE
            {"from": "2031-07-01", "to": "2031-07-02", "reason": "ill"}             | 422 | UNKNOWN_FIELD
            {"from": "2031-02-30", "to": "2031-07-02"}                              | 400 | 2026-12-25
            {"from": "soon", "to": "later"}                                         | 400 | instant
            {"from": {"a": 1}, "to": []}                                            | 400 |
            []                                                                      | 400 |
            nonsense                                                                | 400 |
            """)
    void saysWhatIsWrong(String body, int status, @Nullable String words) {
        var answer = admin.post(leave("l-ann"), body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
        if (words != null) assertThat(answer.text()).contains(words);
    }

    @Test
    void whoIsNotThereHasNone() {
        admin.get(leave("l-nobody")).expect(404);
        admin.post(leave("l-nobody"), "{\"from\": \"2031-07-01\", \"to\": \"2031-07-02\"}").expect(404);
        admin.delete(leave("l-ann") + "/none").expect(404);
    }

    @Test
    void whatHasBeenOfItStays() {
        var now = clock.instant();
        var entered = admin.post(leave("l-kai"), "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(now, now.plus(Duration.ofDays(9)))).expect(201);
        clock.advance(Duration.ofDays(3));

        admin.delete(leave("l-kai") + "/" + entered.at("/id")).expect(204);

        var kept = leaves.of(List.of(new PersonName("l-kai")), now, Instant.parse("2030-01-01T00:00:00Z")).get(new PersonName("l-kai"));
        assertThat(kept).hasSize(1);
        assertThat(Duration.between(kept.getFirst().from(), kept.getFirst().to())).isBetween(Duration.ofDays(3), Duration.ofDays(4));
        assertThat(leaves.ahead(new PersonName("l-kai"))).noneMatch(leave -> leave.id().equals(entered.at("/id")));
    }

    private Api api(@Nullable String person, @Nullable String team) {
        var scopes = person == null && team == null ? EnumSet.allOf(Scope.class) : EnumSet.of(Scope.READ, Scope.CATALOGUE);
        return new Api("http://localhost:" + port, tokens.make(new Tokens.Wanted("leave", scopes, team, person, null), ADMIN).secret());
    }

    private static String leave(String person) {
        return "/api/v1/people/" + person + "/leave";
    }
}
