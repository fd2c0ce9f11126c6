package dev.holdfast.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.notification.Notifications;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Burdens, swaps and rest, as programs read them, and what the lead of a team is told. */
@HoldfastTest
class FairnessApiTest {

    private static final Viewer ADMIN =
            new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @Autowired
    private RestTold told;

    @Autowired
    private Notifications notifications;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient db;

    private Api api;

    @BeforeEach
    void aTeam() {
        api = new Api("http://localhost:" + port, tokens.make(new Tokens.Wanted("fair", EnumSet.allOf(Scope.class), null, null, null), ADMIN).secret());
        api.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: fair-ann}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: fair-bob}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: fair-cas}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: fair-lea}
                spec: {timeZone: Europe/London, notify: [{after: PT0S, by: ntfy, to: "https://ntfy.example.com/fair"}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: fair-team}
                spec: {kind: product, members: [fair-ann, fair-bob, fair-cas], lead: fair-lea}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: fair-nights}
                spec:
                  team: fair-team
                  hours: out-of-hours
                  timeZone: Europe/London
                  layers: [{start: "2026-01-05T09:00", every: P1W, people: [fair-ann, fair-bob, fair-cas]}]
                """).expect(200);
    }

    @Test
    void hoursAreSharedEvenlyByThreeInTurnAndNotAfterOneHadMore() {
        var even = api.get("/api/v1/on-call/fairness?team=fair-team&from=2026-01-05T09:00:00Z&to=2026-03-30T08:00:00Z").expect(200);

        assertThat(even.body().get("people")).hasSize(3).allSatisfy(person -> {
            assertThat(new BigDecimal(person.get("hours").asString()).intValue()).isBetween(671, 672);
            assertThat(person.get("weekends").asInt()).isEqualTo(4);
            assertThat(person.get("nights").asInt()).isBetween(28, 29);
        });
        assertThat(even.at("/spread/outOfHours")).isEqualTo("1.0");
        assertThat(even.body().at("/spread/nightsBroken").isNull()).isTrue();

        var csv = api.get("/api/v1/on-call/fairness.csv?team=fair-team&from=2026-01-05&to=2026-03-30").expect(200);
        assertThat(csv.text()).startsWith("person,hours,outOfHours,nights,nightsBroken,weekends,holidays,callouts\r\nfair-ann,");
    }

    @Test
    void aTurnAheadIsSuggestedFromWhoHadAllToWhoHadLeast() {
        var began = clock.instant().atZone(LONDON).toLocalDate().minusDays(7);
        api.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: odd-ann}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: odd-bob}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: odd-cas}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: odd-team}
                spec: {kind: product, members: [odd-ann, odd-bob, odd-cas]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: odd-nights}
                spec:
                  team: odd-team
                  hours: out-of-hours
                  timeZone: Europe/London
                  layers:
                    - {start: "2026-01-05T09:00", every: P1W, people: [odd-ann], to: "%1$sT09:00"}
                    - {start: "%1$sT09:00", every: P1W, people: [odd-ann, odd-bob, odd-cas]}
                """.formatted(began)).expect(200);

        var shared = api.get("/api/v1/on-call/fairness?team=odd-team").expect(200);

        assertThat(shared.body().get("people")).hasSize(3);
        assertThat(shared.body().get("suggestions")).hasSize(3).allSatisfy(suggestion -> {
            assertThat(suggestion.get("schedule").asString()).isEqualTo("odd-nights");
            assertThat(suggestion.at("/give/person").asString()).isEqualTo("odd-ann");
            assertThat(Instant.parse(suggestion.at("/give/from").asString())).isAfter(clock.instant());
            assertThat(suggestion.at("/take/person").asString()).isIn("odd-bob", "odd-cas");
        });
        assertThat(new BigDecimal(shared.at("/suggestions/2/spreadAfter"))).isLessThan(new BigDecimal(shared.at("/suggestions/0/spreadAfter")));
    }

    @Test
    void whoWasCalledOutInTheNightRestsAndTheLeadIsToldOnce() {
        var start = nextStart();
        clock.advanceTo(start.minus(Duration.ofHours(5)));
        called("fair-ann", start.minus(Duration.ofHours(7)));
        called("fair-bob", start.minus(Duration.ofHours(6)));

        var rests = api.get("/api/v1/on-call/rest?team=fair-team&from=" + start.minusSeconds(60) + "&to=" + start.plusSeconds(60)).expect(200);

        assertThat(rests.body().get("items")).hasSize(2);
        assertThat(rests.at("/items/0/person")).isEqualTo("fair-ann");
        assertThat(rests.at("/items/0/earliestStart")).isEqualTo(start.plus(Duration.ofHours(4)).toString());
        assertThat(rests.at("/items/0/shortfall")).isEqualTo("PT4H");
        assertThat(rests.at("/items/0/cover/person")).isEqualTo("fair-cas");
        assertThat(rests.at("/items/1/shortfall")).isEqualTo("PT5H");

        told.look();
        told.look();
        var letters = notifications.regarding("rest:fair-ann:" + start.getEpochSecond());
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.person()).isEqualTo(new PersonName("fair-lea"));
            assertThat(letter.due()).isEqualTo(start);
            assertThat(told.brief(letter, clock.instant())).hasValueSatisfying(briefing -> {
                assertThat(briefing.subjectLine()).startsWith("fair-ann is to rest until ");
                assertThat(briefing.text()).contains("fair-cas was not called and could cover");
                assertThat(briefing.urgent()).isFalse();
            });
            assertThat(told.brief(letter, start.plus(Duration.ofHours(4)))).isEmpty();
        });
        assertThat(api.get("/api/v1/on-call/fairness?team=fair-team").body().get("people").valueStream()
                .filter(it -> it.get("person").asString().equals("fair-ann")).findFirst().orElseThrow().get("callouts").asInt()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "fairness?team=nobody-of-that-name, 404",
        "fairness?team=fair-team&from=2026-02-01&to=2026-01-01, 422",
        "fairness?team=fair-team&from=2020-01-01&to=2026-01-01, 422",
        "fairness?team=fair-team&from=yesterday, 400",
        "fairness?team=%20&from=2026-01-05&to=2026-01-12, 200",
        "checks?team=%20&schedule=fair-nights, 200",
        "forecast?team=%20&schedule=fair-nights, 200",
        "rest?from=2026-13-45, 400",
        "rest?from=-999999999-01-01T00:00:00Z, 422",
    })
    void whatCannotBeAskedIsRefused(String path, int status) {
        assertThat(api.get("/api/v1/on-call/" + path).status()).isEqualTo(status);
    }

    @Test
    void withoutATokenNothingIsSaid() {
        assertThat(api.as(null).get("/api/v1/on-call/fairness?team=fair-team").status()).isEqualTo(401);
        assertThat(api.as(null).get("/api/v1/on-call/rest").status()).isEqualTo(401);
    }

    private Instant nextStart() {
        var day = clock.instant().atZone(LONDON).toLocalDate().plusDays(1);
        while (day.getDayOfWeek().getValue() > 5 || day.minusDays(1).getDayOfWeek().getValue() > 5) day = day.plusDays(1);
        return day.atTime(9, 0).atZone(LONDON).toInstant();
    }

    private void called(String person, Instant at) {
        db.sql("""
                insert into paging.entry (subject, at, kind, type, person, step, round, text, data, explain)
                values ('fair', :at, 'page', 'page', :person, 1, 1, 'called', '{}', '[]')
                """).param("at", at.atOffset(ZoneOffset.UTC)).param("person", person).update();
    }
}
