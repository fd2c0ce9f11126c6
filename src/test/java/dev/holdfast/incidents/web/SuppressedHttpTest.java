package dev.holdfast.incidents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.Phones;
import dev.holdfast.TestClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What wakes nobody waits where everybody sees it, and is told once when people work, unless it costs too much before (R4). */
@HoldfastTest
@TestPropertySource(properties = {"holdfast.admin-token=" + SuppressedHttpTest.TOKEN, "holdfast.outbound-allow=127.0.0.0/8"})
class SuppressedHttpTest {

    static final String TOKEN = "hf_held_0123456789_0123456789_0123456789";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final List<String> OF_AMY = List.of("rugs", "vases", "clocks", "frames");

    private final Phones phones = new Phones();

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    private Api holdfast;

    @BeforeEach
    void aQuietSaturday() {
        holdfast = new Api("http://localhost:" + port, TOKEN);
        organisation("");
        apply("Person", "amy", person("amy"));
        apply("Person", "cam", person("cam"));
        apply("Team", "sellers", "{kind: product, members: [amy], lead: amy}");
        apply("Team", "packers", "{kind: product, members: [cam], lead: cam}");
        apply("Schedule", "sellers", schedule("sellers", "amy"));
        apply("Schedule", "packers", schedule("packers", "cam"));
        OF_AMY.forEach(service -> service(service, "sellers"));
        service("boxes", "packers");
        clock.advanceTo(clock.instant().atZone(LONDON).with(TemporalAdjusters.next(DayOfWeek.SATURDAY)).truncatedTo(ChronoUnit.DAYS).withHour(12).toInstant());
    }

    @AfterEach
    void hangUp() {
        held().forEach(one -> resolve(one.path("number").asString()));
        phones.close();
    }

    @Test
    void waitsVisiblyAndIsOneMessageForEachPersonAtTheWorkingStart() {
        var of = OF_AMY.stream().map(this::fire).toList();
        var boxes = fire("boxes");
        var monday = clock.instant().atZone(LONDON).with(TemporalAdjusters.next(DayOfWeek.MONDAY)).truncatedTo(ChronoUnit.DAYS).withHour(9).toInstant();

        clock.advance(Duration.ofHours(2));
        assertThat(held()).hasSize(5);
        var rugs = of("rugs");
        assertThat(rugs.path("until").asString()).isEqualTo(monday.toString());
        assertThat(Instant.parse(rugs.path("since").asString())).isBefore(clock.instant().minus(Duration.ofHours(1)));
        assertThat(rugs.path("people").toString()).isEqualTo("[\"amy\"]");
        assertThat(rugs.path("number").asString()).isEqualTo(of.getFirst());
        assertThat(rugs.at("/loss/amount").asDouble()).isBetween(10000.0, 10100.0);
        assertThat(of("boxes").path("people").toString()).isEqualTo("[\"cam\"]");
        assertThat(phones.calls()).isEmpty();

        resolve(of.getLast());
        assertThat(held()).hasSize(4);

        clock.advanceTo(monday.minusSeconds(30));
        assertThat(phones.calls()).as("nobody is called before work begins").isEmpty();
        clock.advanceTo(monday);
        phones.await(call -> call.person().equals("amy"));
        phones.await(call -> call.person().equals("cam"));
        await().untilAsserted(() -> assertThat(held()).isEmpty());
        for (var incident : of.subList(0, 3)) assertThat(entries(incident)).containsSubsequence("suppressed", "released");
        assertThat(entries(boxes)).contains("released");
        assertThat(entries(of.getLast())).doesNotContain("released", "page");
        assertThat(phones.to("amy")).extracting(Phones.Call::type).containsExactly("released");
        assertThat(phones.to("cam")).extracting(Phones.Call::type).containsExactly("released");

        of.subList(0, 3).forEach(this::resolve);
        resolve(boxes);
    }

    @Test
    void breaksThroughAtTheInstantAtWhichItHasCostMoreThanTheLimit() {
        organisation(", suppression: {breakThrough: {lossAbove: 20000}}");
        var incident = fire("rugs");
        var opened = Instant.parse(holdfast.get("/api/v1/incidents/" + incident).expect(200).at("/startedAt"));

        clock.advanceTo(opened.plus(Duration.ofHours(4)).minusSeconds(60));
        assertThat(entries(incident)).doesNotContain("released");
        clock.advanceTo(opened.plus(Duration.ofHours(4)).plusSeconds(1));

        phones.await(call -> call.person().equals("amy") && call.incident().equals(incident));
        assertThat(entries(incident)).contains("released");
        resolve(incident);
    }

    @Test
    void nothingBreaksThroughWhereThePolicySetsNoLimit() {
        var incident = fire("rugs");

        clock.advance(Duration.ofHours(30));

        assertThat(holdfast.get("/api/v1/incidents/" + incident).expect(200).at("/paging/state")).isEqualTo("suppressed");
        assertThat(of("rugs").at("/loss/amount").asDouble()).isGreaterThan(149_000);
        resolve(incident);
        assertThat(held()).isEmpty();
    }

    private String fire(String service) {
        holdfast.trigger(key(service), UUID.randomUUID().toString(), "No " + service).expect(202);
        return holdfast.get("/api/v1/incidents?limit=1&service=" + service).expect(200).at("/items/0/number");
    }

    private List<JsonNode> held() {
        return holdfast.get("/api/v1/on-call/suppressed").expect(200).body().path("items").valueStream().toList();
    }

    private JsonNode of(String service) {
        return held().stream().filter(one -> one.path("service").asString().equals(service)).findFirst().orElseThrow();
    }

    private List<String> entries(String incident) {
        return holdfast.get("/api/v1/incidents/" + incident + "/timeline").expect(200).body().path("items").valueStream()
                .map(entry -> entry.path("kind").asString()).toList();
    }

    private void resolve(String incident) {
        holdfast.post("/api/v1/incidents/" + incident + "/resolve", "").expect(200);
    }

    private void organisation(String more) {
        apply("Organisation", "quiet", "{currency: USD, workingHours: {timeZone: Europe/London, days: [MON, TUE, WED, THU, FRI], from: \"09:00\", to: \"17:30\"}%s}"
                .formatted(more));
    }

    private void service(String name, String owner) {
        apply("Service", name, "{kind: digital, owner: %s, lifecycle: live, demand: Very High, exposurePerHour: {revenue: 5000, cost: 0}}".formatted(owner));
        apply("Integration", name + "-alerts", "{service: %s, key: %s}".formatted(name, key(name)));
    }

    private static String key(String service) {
        return (service + "held0123456789abcdef0123456789abcdef").substring(0, 32);
    }

    private String person(String name) {
        return "{email: %1$s@example.com, timeZone: Europe/London, notify: [{after: PT0S, by: webhook, to: \"%2$s\"}]}".formatted(name, phones.of(name));
    }

    private static String schedule(String team, String person) {
        return "{team: %s, hours: always, timeZone: Europe/London, layers: [{start: \"2026-01-05T09:00\", every: P1W, people: [%s]}]}".formatted(team, person);
    }

    private void apply(String kind, String name, String spec) {
        holdfast.apply("apiVersion: holdfast.dev/v1\nkind: %s\nmetadata: {name: %s}\nspec: %s\n".formatted(kind, name, spec)).expect(200);
    }
}
