package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The main job, told once: money at risk decides who is woken, and what it cost. */
@HoldfastTest
@TestPropertySource(properties = {"holdfast.admin-token=hf_flow_0123456789_0123456789_0123456789", "holdfast.outbound-allow=127.0.0.0/8"})
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class FlowTest {

    private static final String TOKEN = "hf_flow_0123456789_0123456789_0123456789";
    private static final String BEDROOM_KEY = "bedroom0123456789abcdef012345678";
    private static final String APPOINTMENTS_KEY = "appoint0123456789abcdef012345678";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Phones phones = new Phones();

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    private Api holdfast;

    @BeforeEach
    void anOrganisationThatRunsWhatItBuilds() {
        holdfast = new Api("http://localhost:" + port, TOKEN);
        holdfast.apply(retailer()).expect(200);
    }

    @AfterEach
    void hangUp() {
        phones.close();
    }

    @Test
    void anAlertWakesWhomTheMoneyAtRiskSaysAndEndsWithWhatItCost() {
        assertThat(holdfast.get("/api/v1/services/bedroom/selection").at("/level")).isEqualTo("99.0");
        assertThat(holdfast.apply(retailer()).at("/updated")).isEqualTo("0");

        var event = holdfast.as(null).trigger(BEDROOM_KEY, "search", "Bedroom search returns errors").expect(202);
        assertThat(event.at("/dedup_key")).isEqualTo("search");
        holdfast.as(null).trigger(BEDROOM_KEY, "search", "Bedroom search returns errors").expect(202);

        var covering = holdfast.get("/api/v1/services/bedroom/on-call").expect(200);
        var first = covering.at("/people/0");
        var second = covering.at("/next/person");
        var third = List.of("ann", "bob", "cas").stream().filter(it -> !it.equals(first) && !it.equals(second)).findFirst().orElseThrow();
        var page = phones.awaitPage(first);
        var number = page.incident();
        var incident = holdfast.get("/api/v1/incidents/" + number).expect(200);
        assertThat(incident.at("/state")).isEqualTo("triggered");
        assertThat(incident.at("/type")).isEqualTo("major");
        assertThat(incident.at("/method")).isEqualTo("restore-immediately");
        assertThat(incident.at("/loss/ratePerHour/amount")).isEqualTo("200000.00");
        assertThat(incident.at("/alertCount")).isEqualTo("1");
        assertThat(incident.at("/alerts/0/count")).isEqualTo("2");
        assertThat(phones.await(call -> call.type().equals("major")).person()).isEqualTo("ivy");

        clock.advance(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(phones.awaitPage(second).incident()).isEqualTo(number);

        acknowledgeFromThePhone(phones.awaitPage(second));
        incident = holdfast.get("/api/v1/incidents/" + number);
        assertThat(incident.at("/state")).isEqualTo("acknowledged");
        assertThat(incident.at("/acknowledgedBy")).isEqualTo(second);
        assertThat(incident.at("/paging/state")).isEqualTo("stopped");
        clock.advance(Duration.ofMinutes(20));
        assertThat(phones.calls()).noneMatch(call -> call.person().equals(third) && call.type().equals("page"));

        holdfast.post("/api/v1/incidents/" + number + "/notes", "{\"text\": \"The index is empty; refilling it.\"}").expect(200);
        holdfast.post("/api/v1/incidents/" + number + "/impact", "{\"impact\": \"0.5\"}").expect(200);
        holdfast.as(null).event(BEDROOM_KEY, "resolve", "search", "over", "critical").expect(202);

        incident = holdfast.get("/api/v1/incidents/" + number);
        assertThat(incident.at("/state")).isEqualTo("resolved");
        assertThat(Double.parseDouble(incident.at("/loss/soFar/amount"))).isBetween(83_000.0, 85_000.0);
        assertThat(Double.parseDouble(incident.at("/loss/atTolerable/amount"))).isGreaterThan(200_000.0);
        assertThat(Double.parseDouble(incident.at("/protection/effectiveness"))).isBetween(0.4, 0.8);
        var timeline = holdfast.get("/api/v1/incidents/" + number + "/timeline");
        assertThat(timeline.text()).contains("\"opened\"", "\"page\"", "\"acknowledged\"", "\"note\"", "\"impact\"", "\"resolved\"");
        assertThat(holdfast.get("/api/v1/ledger/verify").at("/verified")).isEqualTo("true");
    }

    @Test
    void aServiceWithLittleAtRiskLetsItsTeamSleep() {
        clock.advanceTo(saturdayNight());

        holdfast.as(null).trigger(APPOINTMENTS_KEY, "slow", "Appointments are slow").expect(202);
        var incident = holdfast.get("/api/v1/incidents?service=appointments&state=triggered").expect(200);

        assertThat(incident.at("/items/0/paging/state")).isEqualTo("suppressed");
        var until = Instant.parse(incident.at("/items/0/paging/suppressedUntil"));
        assertThat(until.atZone(LONDON).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(phones.to("dee")).isEmpty();

        clock.advanceTo(until.plusSeconds(1));
        var released = phones.await(call -> call.person().equals("dee") && call.type().equals("released"));
        assertThat(released.incident()).isEqualTo(incident.at("/items/0/number"));
    }

    @Test
    void anAlertThatWasOnlyInformationCallsSomebodyWhenItTurnsCritical() {
        holdfast.as(null).event(BEDROOM_KEY, "trigger", "queue", "The queue grows", "info").expect(202);
        assertThat(holdfast.get("/api/v1/alerts?service=bedroom&state=triggered").at("/items/0/incident")).isEmpty();

        holdfast.as(null).event(BEDROOM_KEY, "trigger", "queue", "The queue is full", "critical").expect(202);

        var alert = holdfast.get("/api/v1/alerts?service=bedroom&state=triggered");
        assertThat(alert.at("/items/0/count")).isEqualTo("2");
        var incident = holdfast.get("/api/v1/incidents/" + alert.at("/items/0/incident")).expect(200);
        var number = incident.at("/number");
        assertThat(phones.await(call -> call.type().equals("page") && call.incident().equals(number)).person()).isNotEmpty();
        holdfast.as(null).event(BEDROOM_KEY, "resolve", "queue", "over", "critical").expect(202);
    }

    private Instant saturdayNight() {
        return clock.instant().atZone(LONDON).plusDays(1).with(TemporalAdjusters.next(DayOfWeek.SATURDAY)).withHour(3).toInstant();
    }

    private void acknowledgeFromThePhone(Phones.Call page) {
        var address = URI.create(page.body().path("acknowledgeUrl").asString("")).getPath();
        var nobody = holdfast.as(null);
        assertThat(nobody.get(address).expect(200).text()).contains("Acknowledge");
        assertThat(holdfast.get("/api/v1/incidents/" + page.incident()).at("/state")).isEqualTo("triggered");
        nobody.post(address, "").expect(200);
    }

    private String retailer() {
        return """
                apiVersion: holdfast.dev/v1
                kind: Organisation
                metadata: {name: furniture-retailer, title: Furniture Retailer}
                spec:
                  currency: USD
                  workingHours: {timeZone: Europe/London, days: [MON, TUE, WED, THU, FRI], from: "09:00", to: "17:30"}
                  exposureBands: [{upTo: 7000, level: "95.0"}, {upTo: 250000, level: "99.0"}, {upTo: 800000, level: "99.9"}]
                  demandBands: [{name: Low, every: P30D}, {name: Medium, every: P14D}, {name: High, every: P7D}, {name: Very High, every: P1D}]
                  incidentLoss: {high: 100000, medium: 10000}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: bedroom-team}
                spec: {kind: product, members: [ann, bob, cas], productManager: cas, lead: cas}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: appointments-team}
                spec: {kind: product, members: [dee], lead: dee}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: incident-managers}
                spec: {kind: incident-management, members: [ivy]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Domain
                metadata: {name: furnishing}
                spec: {grouping: customer-journey, budgetHolder: cas}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: bedroom, title: Bedroom}
                spec: {kind: digital, owner: bedroom-team, domain: furnishing, lifecycle: live, exposurePerHour: {revenue: 180000, cost: 20000}, demand: Very High}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: appointments}
                spec: {kind: digital, owner: appointments-team, domain: furnishing, lifecycle: live, exposurePerHour: {revenue: 6000, cost: 0}, demand: High}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: bedroom-working}
                spec: {team: bedroom-team, hours: always, timeZone: Europe/London, layers: [{start: "2026-01-05T09:00", every: P1W, people: [ann, bob, cas]}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: furnishing-out-of-hours}
                spec: {domain: furnishing, hours: out-of-hours, timeZone: Europe/London, layers: [{start: "2026-01-05T09:00", every: P1W, people: [ann, bob, cas]}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: appointments-working}
                spec: {team: appointments-team, hours: working, timeZone: Europe/London, layers: [{start: "2026-01-05T09:00", every: P1W, people: [dee]}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: incident-managers}
                spec: {duty: incident-manager, hours: always, timeZone: Europe/London, layers: [{start: "2026-01-05T09:00", every: P1W, people: [ivy]}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: bedroom-alerts}
                spec: {service: bedroom, key: "%s"}
                ---
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: appointments-alerts}
                spec: {service: appointments, key: "%s"}
                """.formatted(BEDROOM_KEY, APPOINTMENTS_KEY)
                + person("ann") + person("bob") + person("cas") + person("dee") + person("ivy");
    }

    private String person(String name) {
        return """
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: %s}
                spec: {email: %s@example.com, timeZone: Europe/London, onCall: true, notify: [{after: PT0S, by: webhook, to: "%s", secret: "a-secret-of-%s-0123456789"}]}
                """.formatted(name, name, phones.of(name), name);
    }
}
