package dev.holdfast.incidents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.Phones;
import dev.holdfast.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Operations: L1, L2 and L3 by their time-outs, handed over within the same incident, and who comes before whom for a time. */
@HoldfastTest
@TestPropertySource(properties = {"holdfast.admin-token=" + TiersHttpTest.TOKEN, "holdfast.outbound-allow=127.0.0.0/8"})
class TiersHttpTest {

    static final String TOKEN = "hf_tiers_0123456789_0123456789_0123456789";

    private static final String KEY = "tiers123456789abcdef0123456789ab";

    private final Phones phones = new Phones();

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    private Api holdfast;

    @BeforeEach
    void operations() {
        holdfast = new Api("http://localhost:" + port, TOKEN);
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: Organisation
                metadata: {name: tiers}
                spec:
                  currency: USD
                  workingHours: {timeZone: Europe/London, days: [MON, TUE, WED, THU, FRI], from: "09:00", to: "17:30"}
                  escalation: {stepTimeout: PT5M, rounds: 3, tierTimeouts: {L1: PT15M, L2: PT30M}}
                """ + person("gus") + person("hal") + person("ann") + person("eve")
                + team("bridge", "operations-bridge", "gus") + team("app-support", "application-support", "hal")
                + team("platform", "platform", "ann") + team("others", "product", "eve")
                + schedule("bridge-l1", "team: bridge, tier: L1", "gus") + schedule("support-l2", "team: app-support, tier: L2", "hal")
                + schedule("platform-l3", "team: platform, tier: L3", "ann")).expect(200);
        service("support: {L1: bridge, L2: app-support, L3: platform}");
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: till-alerts}
                spec: {service: till, key: %s}
                """.formatted(KEY)).expect(200);
    }

    @AfterEach
    void hangUp() {
        phones.close();
    }

    @Test
    void eachTierIsCalledWhenTheOneBeforeItHasHadItsTime() {
        var incident = fire();
        assertThat(called(incident)).containsExactly("gus");

        clock.advance(Duration.ofMinutes(14));
        assertThat(state(incident).at("/paging/step")).isEqualTo("1");
        clock.advance(Duration.ofMinutes(1));
        await().untilAsserted(() -> assertThat(called(incident)).containsExactly("gus", "hal"));
        clock.advance(Duration.ofMinutes(29));
        assertThat(state(incident).at("/paging/step")).isEqualTo("2");
        clock.advance(Duration.ofMinutes(1));
        await().untilAsserted(() -> assertThat(called(incident)).containsExactly("gus", "hal", "ann"));

        resolve(incident);
    }

    @Test
    void whoAnsweredHandsOverAndTheNextTierIsCalledInTheSameIncident() {
        var incident = fire();
        holdfast.post("/api/v1/incidents/" + incident + "/acknowledge", "{\"person\": \"gus\"}").expect(200);

        var handed = by("gus").post("/api/v1/incidents/" + incident + "/hand-over", """
                {"tier": "L2", "note": "Restarting did not help."}""").expect(200);

        assertThat(handed.at("/state")).isEqualTo("triggered");
        assertThat(handed.at("/number")).isEqualTo(incident);
        phones.await(call -> call.person().equals("hal") && call.type().equals("page") && call.incident().equals(incident));
        assertThat(called(incident)).containsExactly("gus", "hal");
        var entry = entry(incident, "handed-over");
        assertThat(entry).contains("gus handed it over to L2", "Restarting did not help.");
        assertThat(ledger(incident)).startsWith("hand-over by gus");

        clock.advance(Duration.ofMinutes(30));
        await().untilAsserted(() -> assertThat(called(incident)).containsExactly("gus", "hal", "ann"));
        clock.advance(Duration.ofMinutes(5));
        await().untilAsserted(() -> assertThat(called(incident)).containsExactly("gus", "hal", "ann", "gus"));
        resolve(incident);
    }

    @Test
    void straightToTheThirdTierWhileTheFirstIsStillBeingCalled() {
        var incident = fire();

        holdfast.post("/api/v1/incidents/" + incident + "/hand-over", "{\"tier\": \"L3\", \"note\": \"It is the code.\"}").expect(200);

        assertThat(called(incident)).containsExactly("gus", "ann");
        resolve(incident);
    }

    @Test
    void itIsForTheTeamsOfItsTiersAndWithinThem() {
        var incident = fire();
        var path = "/api/v1/incidents/" + incident + "/hand-over";
        var words = "{\"tier\": \"L2\", \"note\": \"Yours.\"}";

        by("eve").post(path, words).expect(403);
        ofTeam("others").post(path, words).expect(403);
        holdfast.as(null).post(path, words).expect(401);
        assertThat(called(incident)).containsExactly("gus");

        assertThat(holdfast.post(path, "{\"tier\": \"L1\", \"note\": \"x\"}").expect(422).at("/errors/0/code")).isEqualTo("UNKNOWN_VALUE");
        assertThat(holdfast.post(path, "{\"tier\": \"L2\"}").expect(422).at("/errors/0/field")).isEqualTo("note");
        holdfast.post(path, "[]").expect(400);
        ofTeam("bridge").post(path, words).expect(200);
        resolve(incident);
        holdfast.post(path, words).expect(409);
    }

    @Test
    void whereNobodyIsInTheTierNothingChanges() {
        holdfast.apply(service("plain", "owner: others, demand: Very High")).expect(200);
        var declared = holdfast.post("/api/v1/incidents", "{\"service\": \"plain\", \"summary\": \"Slow\", \"page\": false}").expect(201).at("/number");

        assertThat(holdfast.post("/api/v1/incidents/" + declared + "/hand-over", "{\"tier\": \"L2\", \"note\": \"x\"}").expect(409).at("/code"))
                .isEqualTo("STATE");

        assertThat(called(declared)).isEmpty();
        assertThat(holdfast.get("/api/v1/incidents/" + declared + "/timeline").expect(200).text()).doesNotContain("handed-over");
        resolve(declared);
    }

    @Test
    void alertsGoStraightToTheSecondTierOrToBothTogether() {
        service("support: {L1: bridge, L2: app-support, L3: platform, alertsTo: [L2]}");
        var straight = fire();
        assertThat(called(straight)).containsExactly("hal");
        clock.advance(Duration.ofMinutes(30));
        await().untilAsserted(() -> assertThat(called(straight)).containsExactly("hal", "ann"));
        resolve(straight);

        service("support: {L1: bridge, L2: app-support, L3: platform, alertsTo: [L1, L2]}");
        assertThat(onCall(clock.instant())).isEqualTo("[\"gus\",\"hal\"]");
        var together = fire();
        assertThat(called(together)).containsExactly("gus", "hal");
        clock.advance(Duration.ofMinutes(30));
        await().untilAsserted(() -> assertThat(called(together)).containsExactly("gus", "hal", "ann"));
        resolve(together);
    }

    @Test
    void inHypercareDeliveryIsCalledBeforeTheBridgeFromEdgeToEdge() {
        var from = clock.instant().plus(Duration.ofDays(2)).truncatedTo(java.time.temporal.ChronoUnit.HOURS);
        var to = from.plus(Duration.ofDays(14));
        service("support: {L1: bridge, L2: app-support, L3: platform, firstTurns: [{as: hypercare, from: \"%s\", to: \"%s\"}]}".formatted(from, to));

        assertThat(onCall(from.minusMillis(1))).isEqualTo("[\"gus\"]");
        assertThat(onCall(from)).isEqualTo("[\"ann\"]");
        assertThat(onCall(to.minusMillis(1))).isEqualTo("[\"ann\"]");
        assertThat(onCall(to)).isEqualTo("[\"gus\"]");
        var during = holdfast.get("/api/v1/services/till/on-call?at=" + from).expect(200);
        assertThat(during.at("/tiers/0/tier") + during.at("/tiers/1/tier") + during.at("/tiers/2/tier")).isEqualTo("L3L1L2");
        assertThat(during.text()).contains("FIRST_TURN", "hypercare");

        clock.advanceTo(from);
        var incident = fire();
        assertThat(called(incident)).containsExactly("ann");
        resolve(incident);
    }

    @Test
    void whatASupportCannotSayIsRefusedWithItsPlace() {
        var refused = holdfast.apply(service("till", "owner: platform, demand: Low, support: {alertsTo: [L3], firstTurns: "
                + "[{as: love, from: \"2026-01-02T00:00:00Z\", to: \"2026-01-01T00:00:00Z\"}]}")).expect(422).text();

        assertThat(refused).contains("spec.support.alertsTo", "spec.support.firstTurns[0].as", "spec.support.firstTurns[0].to");
        var terms = holdfast.apply(document("ThirdParty", "parcels", "{terms: {respondWithin: PT0S, restoreWithin: soon, love: x}}")).expect(422).text();
        assertThat(terms).contains("spec.terms.respondWithin", "spec.terms.restoreWithin", "spec.terms.love");
    }

    private String fire() {
        holdfast.trigger(KEY, UUID.randomUUID().toString(), "The till is slow").expect(202);
        var number = holdfast.get("/api/v1/incidents?service=till&limit=1").expect(200).at("/items/0/number");
        await().until(() -> !called(number).isEmpty());
        return number;
    }

    private void service(String support) {
        holdfast.apply(service("till", "owner: platform, demand: Low, " + support)).expect(200);
    }

    private Api.Answer state(String incident) {
        return holdfast.get("/api/v1/incidents/" + incident).expect(200);
    }

    private String onCall(Instant at) {
        return holdfast.get("/api/v1/services/till/on-call?at=" + at).expect(200).body().path("people").toString();
    }

    private List<String> called(String incident) {
        return holdfast.get("/api/v1/incidents/" + incident + "/timeline").expect(200).body().path("items").valueStream()
                .filter(entry -> entry.path("kind").asString().equals("page"))
                .map(entry -> entry.path("data").path("person").asString())
                .toList();
    }

    private String entry(String incident, String kind) {
        return holdfast.get("/api/v1/incidents/" + incident + "/timeline").expect(200).body().path("items").valueStream()
                .filter(entry -> entry.path("kind").asString().equals(kind))
                .findFirst().orElseThrow().toString();
    }

    private List<String> ledger(String incident) {
        var id = state(incident).at("/id");
        return holdfast.get("/api/v1/ledger?subject=incident/" + id).expect(200).body().path("items").valueStream()
                .map(entry -> entry.path("act").asString() + " by " + entry.path("by").asString())
                .toList();
    }

    private Api by(String person) {
        return token("\"person\": \"%s\"".formatted(person));
    }

    private Api ofTeam(String team) {
        return token("\"team\": \"%s\"".formatted(team));
    }

    private Api token(String whose) {
        return holdfast.as(holdfast.post("/api/v1/tokens", """
                {"name": "tiers-%s", "scopes": ["read", "incidents"], "expiresAt": "2199-01-01T00:00:00Z", %s}
                """.formatted(UUID.randomUUID(), whose)).expect(201).at("/token"));
    }

    private void resolve(String number) {
        holdfast.post("/api/v1/incidents/" + number + "/resolve", "").expect(200);
    }

    private String person(String name) {
        return document("Person", name, "{email: %1$s@example.com, timeZone: Europe/London, notify: [{after: PT0S, by: webhook, to: \"%2$s\"}]}"
                .formatted(name, phones.of(name)));
    }

    private static String team(String name, String kind, String member) {
        return document("Team", name, "{kind: %s, members: [%s]}".formatted(kind, member));
    }

    private static String schedule(String name, String holder, String person) {
        return document("Schedule", name, "{%s, hours: always, timeZone: Europe/London, layers: [{start: \"2026-01-05T09:00\", every: P1W, people: [%s]}]}"
                .formatted(holder, person));
    }

    private static String service(String name, String more) {
        return document("Service", name, "{kind: foundational, lifecycle: live, exposurePerHour: {revenue: 100000, cost: 0}, %s}".formatted(more));
    }

    private static String document(String kind, String name, String spec) {
        return "---\napiVersion: holdfast.dev/v1\nkind: %s\nmetadata: {name: %s}\nspec: %s\n".formatted(kind, name, spec);
    }
}
