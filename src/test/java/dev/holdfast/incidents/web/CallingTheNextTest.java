package dev.holdfast.incidents.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.Phones;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Who lets the next be called, from a phone or for everybody, stands in the ledger beside those who answered. */
@HoldfastTest
@TestPropertySource(properties = {"holdfast.admin-token=" + CallingTheNextTest.TOKEN, "holdfast.outbound-allow=127.0.0.0/8"})
class CallingTheNextTest {

    static final String TOKEN = "hf_next_0123456789_0123456789_0123456789";

    private static final String KEY = "next0123456789abcdef0123456789ab";
    private static final Set<String> PEOPLE = Set.of("next-amy", "next-bea", "next-cam");

    private final Phones phones = new Phones();

    @LocalServerPort
    int port;

    private Api holdfast;

    @BeforeEach
    void aTeamOfThree() {
        holdfast = new Api("http://localhost:" + port, TOKEN);
        holdfast.apply(PEOPLE.stream().map(this::person).collect(Collectors.joining()) + """
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: next-team}
                spec: {kind: product, members: [next-amy, next-bea, next-cam], lead: next-cam, productManager: next-cam}
                ---
                apiVersion: holdfast.dev/v1
                kind: Domain
                metadata: {name: next-domain}
                spec: {grouping: customer-journey, budgetHolder: next-cam}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: next}
                spec: {kind: digital, owner: next-team, domain: next-domain, lifecycle: live, demand: High, exposurePerHour: {revenue: 200000, cost: 0}}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: next-always}
                spec: {team: next-team, hours: always, timeZone: Europe/London, layers: [{start: "2026-01-05T09:00", every: P1W, people: [next-amy, next-bea]}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: next-out-of-hours}
                spec: {domain: next-domain, hours: out-of-hours, timeZone: Europe/London, layers: [{start: "2026-01-05T09:00", every: P1W, people: [next-amy, next-bea]}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: next-alerts}
                spec: {service: next, key: %s}
                """.formatted(KEY)).expect(200);
    }

    @AfterEach
    void hangUp() {
        phones.close();
    }

    @Test
    void whoCannotIsRecordedOnceAndByNameWhoeverHoldsThePhone() {
        var page = called(Set.of());
        var link = URI.create(page.body().path("acknowledgeUrl").asString("")).getPath();

        cannot(link);
        var second = called(Set.of(page.person()));
        cannot(link);

        assertThat(second.incident()).isEqualTo(page.incident());
        assertThat(acts(page.incident())).containsExactly("pass-on by " + page.person());
        resolve(page.incident());
    }

    @Test
    void callingTheNextNowIsRecordedWhereThereWasOne() {
        var page = called(Set.of());

        holdfast.post("/api/v1/incidents/" + page.incident() + "/escalate", "").expect(200);
        called(Set.of(page.person()));
        assertThat(acts(page.incident())).containsExactly("escalate by token:admin");

        holdfast.post("/api/v1/incidents/" + page.incident() + "/acknowledge", "{\"person\": \"next-amy\"}").expect(200);
        holdfast.post("/api/v1/incidents/" + page.incident() + "/escalate", "").expect(200);
        assertThat(acts(page.incident())).containsExactly("acknowledge by next-amy", "escalate by token:admin");
        resolve(page.incident());
    }

    @Test
    void whoMayOnlyReadCallsNobody() {
        var page = called(Set.of());
        var reader = holdfast.as(holdfast.post("/api/v1/tokens", """
                {"name": "next-%s", "scopes": ["read"], "expiresAt": "2199-01-01T00:00:00Z"}
                """.formatted(UUID.randomUUID())).expect(201).at("/token"));

        reader.post("/api/v1/incidents/" + page.incident() + "/escalate", "").expect(403);

        assertThat(acts(page.incident())).isEmpty();
        resolve(page.incident());
    }

    /** Has an alert fired where nobody was called yet, and waits for the call of somebody other than these. */
    private Phones.Call called(Set<String> before) {
        if (before.isEmpty()) holdfast.trigger(KEY, "next", "Search returns errors").expect(202);
        return phones.await(call -> call.type().equals("page") && !before.contains(call.person()));
    }

    private void cannot(String link) {
        var nobody = holdfast.as(null);
        nobody.send(nobody.request(link + "?cannot").header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.noBody()))
                .expect(302);
    }

    /** What the ledger has of an incident, the latest first. */
    private List<String> acts(String number) {
        var id = holdfast.get("/api/v1/incidents/" + number).expect(200).at("/id");
        return holdfast.get("/api/v1/ledger?subject=incident/" + id).expect(200).body().path("items").valueStream()
                .map(entry -> entry.path("act").asString() + " by " + entry.path("by").asString())
                .toList();
    }

    private void resolve(String number) {
        holdfast.post("/api/v1/incidents/" + number + "/resolve", "").expect(200);
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
