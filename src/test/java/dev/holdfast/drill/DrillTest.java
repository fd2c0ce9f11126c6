package dev.holdfast.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.Phones;
import dev.holdfast.TestClock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The drill over a whole server: what it finds, and whom it tells of what broke in the night. */
@HoldfastTest
@TestPropertySource(properties = {"holdfast.admin-token=hf_drill_0123456789_0123456789_012345678", "holdfast.outbound-allow=127.0.0.0/8"})
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class DrillTest {

    private static final String TOKEN = "hf_drill_0123456789_0123456789_012345678";

    private final Phones phones = new Phones();

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    Drill drill;

    private Api holdfast;

    @BeforeEach
    void anOrganisation() {
        holdfast = new Api("http://localhost:" + port, TOKEN);
        holdfast.apply(organisation("ann")).expect(200);
    }

    @AfterEach
    void hangUp() {
        phones.close();
    }

    @Test
    void everyWayOfAnAlertIsFollowedAndNoKeyIsShown() {
        holdfast.post("/hooks/alertmanager/drill0123456789abcdef01234567890", """
                {"version": "4", "alerts": [{"status": "firing", "labels": {"service": "chekout", "alertname": "x"},
                 "annotations": {}, "startsAt": "2026-11-21T00:00:00Z", "fingerprint": "f1"}]}
                """).expect(202);
        clock.advance(Duration.ofSeconds(11));

        var run = holdfast.post("/api/v1/drill", "").expect(200);
        var all = holdfast.get("/api/v1/drill?moment=sunday").expect(200);
        var broken = holdfast.get("/api/v1/drill?moment=sunday&broken=true").expect(200);

        assertThat(run.at("/routes")).isEqualTo("5");
        assertThat(all.body().path("items").findValuesAsString("route")).containsExactlyInAnyOrder(
                "by-label service=chekout", "by-label service=shop", "by-label service=stock", "by-label what no route places",
                "shop-alerts any alert");
        assertThat(all.text()).doesNotContain("drill0123456789abcdef");
        assertThat(broken.at("/items/0/broken/what")).isEqualTo("unknown-service");
        assertThat(broken.at("/items/0/verdict")).isEqualTo("nobody");
        assertThat(holdfast.get("/api/v1/drill?moment=never").status()).isEqualTo(422);
        assertThat(holdfast.get("/api/v1/drill?cursor=x").status()).isEqualTo(422);
    }

    @Test
    void aLabelSetIsFollowedAtAnyInstant() {
        var sunday = holdfast.post("/api/v1/drill/trace",
                "{\"integration\": \"by-label\", \"labels\": {\"service\": \"shop\"}, \"at\": \"2026-11-22T03:00:00Z\"}").expect(200);

        assertThat(sunday.at("/service")).isEqualTo("shop");
        assertThat(sunday.at("/verdict")).isEqualTo("reached");
        assertThat(sunday.at("/people/0")).isEqualTo("ann");
        assertThat(sunday.body().path("links").findValuesAsString("link"))
                .containsExactly("Alert", "Service", "Owner", "On-call level", "Schedule", "Person", "Contact");
        assertThat(holdfast.post("/api/v1/drill/trace", "{\"integration\": \"none\"}").status()).isEqualTo(404);
        assertThat(holdfast.post("/api/v1/drill/trace", "{}").status()).isEqualTo(422);
        assertThat(holdfast.post("/api/v1/drill/trace", "{\"integration\": \"by-label\", \"labels\": {\"service\": \"\"}}").at("/verdict"))
                .isEqualTo("nobody");
    }

    @Test
    void whatBreaksInTheNightIsToldOnceAndInWorkingHours() {
        clock.advanceTo(nextNight().toInstant());
        drill.runByNight();
        assertThat(drill.last().orElseThrow().nightly()).isTrue();

        holdfast.apply(organisation("mute")).expect(200);
        clock.advance(Duration.ofDays(1));
        drill.runByNight();
        var run = drill.last().orElseThrow();

        assertThat(drill.changes(run.number(), 10)).extracting(Changed::key).contains("shop-alerts any alert");
        assertThat(phones.calls()).noneMatch(call -> call.type().equals("drill"));
        clock.advance(Duration.ofDays(4).plusHours(9));
        var told = phones.await(call -> call.type().equals("drill"));
        assertThat(told.person()).isIn("ann", "root");
        assertThat(told.body().toString()).contains("shop-alerts any alert", "mute has no confirmed contact");
    }

    @Test
    void whatIsMendedBeforeWorkBeginsIsNotTold() {
        clock.advanceTo(nextNight().toInstant());
        drill.runByNight();
        holdfast.apply(organisation("mute")).expect(200);
        clock.advance(Duration.ofDays(1));
        drill.runByNight();

        holdfast.apply(organisation("ann")).expect(200);
        clock.advance(Duration.ofSeconds(11));
        holdfast.post("/api/v1/drill", "").expect(200);
        var changes = drill.changes(drill.last().orElseThrow().number(), 10);
        assertThat(changes).isNotEmpty().allMatch(change -> !change.broke());
        clock.advance(Duration.ofDays(4).plusHours(9));

        holdfast.apply(organisation("ann")).expect(200);
        assertThat(phones.calls()).noneMatch(call -> call.type().equals("drill"));
    }

    private java.time.ZonedDateTime nextNight() {
        return clock.instant().atZone(ZoneOffset.UTC).plusDays(1).with(LocalTime.of(2, 1));
    }

    private String organisation(String onCall) {
        return """
                apiVersion: holdfast.dev/v1
                kind: Organisation
                metadata: {name: shops}
                spec: {currency: USD, workingHours: {timeZone: UTC, days: [MON, TUE, WED, THU, FRI], from: "09:00", to: "17:30"}}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: shop-team}
                spec: {kind: product, members: [ann, mute], lead: ann}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: shop}
                spec: {kind: digital, owner: shop-team, exposurePerHour: {revenue: 700000, cost: 0}, demand: Very High}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: stock}
                spec: {kind: digital, owner: shop-team, exposurePerHour: {revenue: 500000, cost: 0}, demand: Very High}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: shop-rota}
                spec: {team: shop-team, hours: always, timeZone: UTC, layers: [{start: "2026-01-05T09:00", every: P1W, people: [%s]}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: shop-alerts}
                spec: {service: shop}
                ---
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: by-label}
                spec: {key: "drill0123456789abcdef01234567890", routes: [{routeBy: {label: service}}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: mute}
                spec: {timeZone: UTC}
                """.formatted(onCall)
                + person("ann", "") + person("root", "roles: [admin], ");
    }

    private String person(String name, String roles) {
        return """
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: %s}
                spec: {timeZone: UTC, %snotify: [{after: PT0S, by: webhook, to: "%s"}]}
                """.formatted(name, roles, phones.of(name));
    }
}
