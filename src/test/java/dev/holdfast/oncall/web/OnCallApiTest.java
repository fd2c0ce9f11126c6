package dev.holdfast.oncall.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is on call, as programs see it. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=" + OnCallApiTest.TOKEN)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class OnCallApiTest {

    static final String TOKEN = "hf_oncall_oncall_oncall_oncall_oncall";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> DAYS = Map.of(
            "MO", "MON", "TU", "TUE", "WE", "WED", "TH", "THU", "FR", "FRI", "SA", "SAT", "SU", "SUN");
    private static final List<String> OUTSIDE_THE_RULE = List.of(
            "hourly", "monthly", "two-people-on-call-together", "override-remove-", "override-add-",
            "temporary-schedule-", "follow-the-sun-", "secondary-");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    private record Answer(int status, JsonNode body) {}

    @BeforeEach
    void somePeople() {
        var people = new TreeSet<>(List.of("ann", "bob", "cas", "dee", "eli", "fay", "gus", "hal", "ivy"));
        apply(people.stream().map(OnCallApiTest::person).toList());
        apply(List.of(
                team("bedroom-team", "product", "members: [ann, bob, cas, dee], productManager: ann, lead: bob"),
                team("bridge", "operations-bridge", "members: [gus]"),
                team("app-support", "application-support", "members: [hal]"),
                """
                apiVersion: holdfast.dev/v1
                kind: Domain
                metadata: {name: furnishing}
                spec: {grouping: customer-journey, budgetHolder: ann}
                """));
    }

    @Test
    void answersEveryVectorThroughItsDocument() {
        var cases = vectors("on-call.json");
        var documents = new ArrayList<String>();
        for (var index = 0; index < cases.size(); index++) {
            documents.add(schedule("vector-" + index, "team: bedroom-team, hours: always", layers(cases.get(index).get("schedule"))));
        }
        assertThat(apply(documents).status()).isEqualTo(200);

        for (var index = 0; index < cases.size(); index++) {
            for (var expected : cases.get(index).get("expect")) {
                assertOnCall("vector-" + index, expected.get("at").asString(), expected.get("person"));
            }
        }
        assertThat(apply(documents).body().get("unchanged").asInt()).isEqualTo(cases.size());
    }

    @Test
    void answersTheHarderVectorsThroughTheirDocuments() {
        var cases = vectors("on-call-more.json").stream()
                .filter(vector -> OUTSIDE_THE_RULE.stream().noneMatch(vector.get("name").asString()::startsWith))
                .toList();
        var people = new TreeSet<String>();
        cases.forEach(vector -> vector.get("participants").valueStream().forEach(name -> people.add(name.asString().toLowerCase())));
        apply(people.stream().map(OnCallApiTest::person).toList());
        var documents = cases.stream()
                .map(vector -> schedule("more-" + vector.get("name").asString(), "team: bedroom-team, hours: always", moreLayers(vector)))
                .toList();
        assertThat(apply(documents).status()).isEqualTo(200);

        for (var vector : cases) {
            for (var expected : vector.get("query_instants")) {
                var person = expected.get("expected").isEmpty() ? null : expected.get("expected").get(0);
                assertOnCall("more-" + vector.get("name").asString(), expected.get("at").asString(), person);
            }
        }
    }

    @Test
    void shiftsAreCutToTheWindowAndGapsAreNamed() {
        apply(List.of(schedule("office", "team: bedroom-team, hours: working", """
                [{start: "2026-11-02T09:00", every: P1W, people: [ann, bob], restrict: [{days: [MON, TUE], from: "09:00", to: "17:00"}]}]""")));

        var shifts = get("/schedules/office/shifts?from=2026-11-02T10:00:00Z&to=2026-11-03T12:00:00Z").body();

        assertThat(shifts.get("items")).hasSize(2);
        assertThat(shifts.at("/items/0/from").asString()).isEqualTo("2026-11-02T10:00:00Z");
        assertThat(shifts.at("/items/0/to").asString()).isEqualTo("2026-11-02T17:00:00Z");
        assertThat(shifts.at("/items/1/person").asString()).isEqualTo("ann");
        assertThat(shifts.at("/items/1/layer").asInt()).isZero();
        assertThat(shifts.at("/items/1/turn").asInt()).isZero();
        assertThat(shifts.at("/gaps/0/from").asString()).isEqualTo("2026-11-02T17:00:00Z");
        assertThat(shifts.at("/gaps/0/to").asString()).isEqualTo("2026-11-03T09:00:00Z");
    }

    @Test
    void anOverrideOfToday() {
        apply(List.of(schedule("night", "team: bedroom-team, hours: out-of-hours", weekly("ann", "bob", "cas"))));
        var from = clock.instant().plus(Duration.ofHours(1));
        var body = "{\"from\": \"%s\", \"to\": \"%s\", \"person\": \"dee\", \"note\": \"dentist\"}";

        var made = post("/schedules/night/overrides", body.formatted(from, from.plus(Duration.ofHours(8))));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().get("note").asString()).isEqualTo("dentist");
        var during = get("/schedules/night/on-call?at=" + from.plusSeconds(60)).body();
        assertThat(during.get("person").asString()).isEqualTo("dee");
        assertThat(during.get("layer").asString()).isEqualTo("override");
        clock.advance(Duration.ofHours(2));
        assertThat(delete("/schedules/night/overrides/" + made.body().get("id").asString())).isEqualTo(204);
        assertThat(get("/schedules/night/on-call?at=" + from.plusSeconds(60)).body().get("person").asString()).isEqualTo("dee");
        assertThat(get("/schedules/night/on-call").body().get("layer").isNumber()).isTrue();
        assertThat(delete("/schedules/night/overrides/nothing")).isEqualTo(404);
    }

    @Test
    void anOverrideThatCannotBeIsRefused() {
        apply(List.of(schedule("refusing", "team: bedroom-team, hours: always", weekly("ann", "bob", "cas"))));
        var path = "/schedules/refusing/overrides";
        var from = clock.instant().plus(Duration.ofHours(1));

        assertThat(faults(post(path, "{}"))).containsExactly("from REQUIRED", "to REQUIRED", "person REQUIRED");
        assertThat(faults(post(path, "{\"from\": \"%s\", \"to\": \"%s\", \"person\": \"nobody\"}".formatted(from, from.plusSeconds(60)))))
                .containsExactly("person UNKNOWN_REFERENCE");
        assertThat(faults(post(path, "{\"from\": \"%s\", \"to\": \"%s\", \"person\": \"ann\"}".formatted(from, from))))
                .containsExactly("to OUT_OF_RANGE");
        assertThat(post(path, "{\"from\": \"tomorrow\", \"to\": \"%s\", \"person\": \"ann\"}".formatted(from)).status())
                .isEqualTo(400);
        assertThat(post("/schedules/no-such/overrides", "{\"from\": \"%s\", \"to\": \"%s\", \"person\": \"ann\"}"
                        .formatted(from, from.plusSeconds(60))).status())
                .isEqualTo(404);
    }

    @Test
    void aChangedRotationLeavesYesterdayAsItWas() {
        apply(List.of(schedule("changing", "team: bedroom-team, hours: always", weekly("ann", "bob", "cas"))));
        var before = clock.instant();
        var then = get("/schedules/changing/on-call?at=" + before).body().get("person").asString();
        clock.advance(Duration.ofDays(1));

        apply(List.of(schedule("changing", "team: bedroom-team, hours: always", weekly("gus"))));

        assertThat(get("/schedules/changing/on-call").body().get("person").asString()).isEqualTo("gus");
        assertThat(get("/schedules/changing/on-call?at=" + before).body().get("person").asString()).isEqualTo(then);
        var shifts = get("/schedules/changing/shifts?from=%s&to=%s".formatted(before, clock.instant().plusSeconds(60))).body().get("items");
        assertThat(shifts.get(0).get("person").asString()).isEqualTo(then);
        assertThat(shifts.get(shifts.size() - 1).get("person").asString()).isEqualTo("gus");
    }

    @Test
    void everyFaultOfAScheduleIsNamedWithItsPath() {
        var answer = apply(List.of("""
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: faulty}
                spec:
                  team: bedroom-team
                  domain: furnishing
                  hours: sometimes
                  colour: red
                  layers:
                    - {start: "2026-11-02", every: P0D, people: [nobody-at-all], when: now}
                    - {start: "2026-11-02T09:00", every: P1W, turns: active, people: [ann], timeZone: Mars/North}
                  overrides: [{from: "2026-11-10T09:00:00Z", to: "2026-11-10T09:00:00Z", person: ann}]
                """));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(faults(answer)).contains(
                "spec.domain STATE",
                "spec.hours UNKNOWN_VALUE",
                "spec.colour UNKNOWN_FIELD",
                "spec.timeZone REQUIRED",
                "spec.layers[0].start MALFORMED",
                "spec.layers[0].every OUT_OF_RANGE",
                "spec.layers[0].people[0] UNKNOWN_REFERENCE",
                "spec.layers[0].when UNKNOWN_FIELD",
                "spec.layers[1].turns OUT_OF_RANGE",
                "spec.layers[1].timeZone UNKNOWN_VALUE",
                "spec.overrides[0].to OUT_OF_RANGE");
    }

    @Test
    void aServiceIsCoveredByLevelAndHours() {
        apply(List.of(
                schedule("furnishing-night", "domain: furnishing, hours: out-of-hours", weekly("eli", "fay", "ivy")),
                schedule("bedroom-day", "team: bedroom-team, hours: working", weekly("ann", "bob", "cas")),
                service("wardrobe", "exposurePerHour: {revenue: 180000, cost: 20000}, demand: Very High"),
                service("lamp", """
                        exposurePerHour: {revenue: 100, cost: 0}, demand: Very High,
                            peaks: [{name: Sale, from: "2026-11-28T04:00:00Z", to: "2026-11-30T00:00:00Z", exposurePerHour: {revenue: 240000, cost: 0}}]""")));

        var night = get("/services/wardrobe/on-call?at=2026-11-25T03:00:00Z").body();
        assertThat(night.get("status").asString()).isEqualTo("covered");
        assertThat(night.get("level").asString()).isEqualTo("domain");
        assertThat(night.get("hours").asString()).isEqualTo("out-of-hours");
        assertThat(night.get("schedule").asString()).isEqualTo("furnishing-night");
        assertThat(night.get("until").asString()).isEqualTo("2026-11-25T09:00:00Z");
        var day = get("/services/wardrobe/on-call?at=2026-11-25T11:00:00Z").body();
        assertThat(day.get("schedule").asString()).isEqualTo("bedroom-day");
        var held = get("/services/lamp/on-call?at=2026-11-25T03:00:00Z").body();
        assertThat(held.get("status").asString()).isEqualTo("suppressed");
        assertThat(held.get("suppressedUntil").asString()).isEqualTo("2026-11-25T09:00:00Z");
        assertThat(held.get("people")).isEqualTo(day.get("people"));
        var beforeThePeak = get("/services/lamp/on-call?at=2026-11-28T03:00:00Z").body();
        assertThat(beforeThePeak.get("suppressedUntil").asString()).isEqualTo("2026-11-28T04:00:00Z");
        assertThat(beforeThePeak.get("schedule").asString()).isEqualTo("furnishing-night");
        assertThat(get("/services/wardrobe?at=2026-11-25T03:00:00Z").body().at("/status/onCall/people")).isEqualTo(night.get("people"));
    }

    @Test
    void operationsAnswerByTier() {
        apply(List.of(
                schedule("bridge-l1", "team: bridge, tier: L1, hours: always", weekly("gus")),
                schedule("support-l2", "team: app-support, tier: L2, hours: always", weekly("hal")),
                service("till", "exposurePerHour: {revenue: 100, cost: 0}, demand: Low")));

        var answer = get("/services/till/on-call?at=2026-11-25T03:00:00Z").body();

        assertThat(answer.get("level").asString()).isEqualTo("operations");
        assertThat(answer.at("/people/0").asString()).isEqualTo("gus");
        assertThat(answer.at("/tiers/0/tier").asString()).isEqualTo("L1");
        assertThat(answer.at("/tiers/1/team").asString()).isEqualTo("app-support");
        assertThat(answer.at("/tiers/1/people/0").asString()).isEqualTo("hal");
        assertThat(answer.get("gap").asBoolean()).isFalse();
    }

    @Test
    void aGapIsShownAndNeverSilent() {
        apply(List.of(team("nobodys-team", "product", "members: [ann]"), """
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: forgotten}
                spec: {kind: digital, owner: nobodys-team, lifecycle: live}
                """));

        var answer = get("/services/forgotten/on-call?at=2026-11-25T03:00:00Z").body();

        assertThat(answer.get("status").asString()).isEqualTo("fallback");
        assertThat(answer.get("gap").asBoolean()).isTrue();
        assertThat(answer.get("level").asString()).isEqualTo("team");
        assertThat(answer.at("/explain/0/code").asString()).isEqualTo("UNASSESSED");
        assertThat(get("/services/no-such/on-call").status()).isEqualTo(404);
    }

    @Test
    void whoHasNoConfirmedContactIsNotInTheFallbackChain() {
        apply(List.of(reachable("kim"), person("lou"), team("quiet-team", "product", "members: [kim, lou], lead: lou, productManager: kim"), """
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: quiet}
                spec: {kind: digital, owner: quiet-team, lifecycle: live}
                """));

        var gap = get("/services/quiet/on-call").body();

        assertThat(gap.get("people").valueStream().map(JsonNode::asString)).contains("kim").doesNotContain("lou");
        assertThat(gap.toString()).contains("lou");
    }

    @Test
    void checksNameWhatWantsMending() {
        apply(List.of(
                team("small-team", "product", "members: [ann, bob, cas, dee, eli]"),
                schedule("small", "team: small-team, hours: always", """
                        [{start: "2020-01-06T09:00", every: P1W, people: [ann, bob], restrict: [{from: "09:00", to: "17:00"}]}]"""),
                schedule("small-too", "team: small-team, hours: always", weekly("ann", "bob", "cas"))));

        var checks = get("/on-call/checks?schedule=small").body().get("items");

        assertThat(checks.valueStream().map(check -> check.get("code").asString()))
                .contains("FEW_PARTICIPANTS", "FEW_OF_TEAM", "GAP", "TOO_OFTEN", "UNREACHABLE");
        assertThat(get("/on-call/checks?schedule=small-too").body().get("items").valueStream().map(check -> check.get("code").asString()))
                .contains("SCHEDULE_NOT_USED");
        assertThat(get("/on-call").body().get("items").valueStream().map(now -> now.get("schedule").asString())).contains("small");
    }

    private void assertOnCall(String schedule, String at, @Nullable JsonNode person) {
        var answer = get("/schedules/" + schedule + "/on-call?at=" + at).body();
        var expected = person == null || person.isNull() ? null : person.asString().toLowerCase();
        var found = answer.get("person").isNull() ? null : answer.get("person").asString();
        assertThat(found).as("%s at %s", schedule, at).isEqualTo(expected);
    }

    private static String reachable(String name) {
        return """
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: %s}
                spec: {email: %s@example.com, timeZone: Europe/London, notify: [{after: PT0S, by: webhook, to: "https://phone.example.com/%s"}]}
                """.formatted(name, name, name);
    }

    private static String weekly(String... people) {
        return "[{start: \"2020-01-06T09:00\", every: P1W, people: [%s]}]".formatted(String.join(", ", people));
    }

    private static String layers(JsonNode schedule) {
        var layers = JSON.createArrayNode();
        for (var layer : schedule.get("layers")) {
            var node = layers.addObject();
            node.set("start", layer.get("start"));
            node.put("every", "P" + layer.get("everyDays").asInt() + "D");
            node.set("people", layer.get("people"));
            node.set("timeZone", layer.get("timeZone"));
            if (layer.has("restrict")) {
                node.set("restrict", layer.get("restrict"));
            }
        }
        return layers + "\n  overrides: " + schedule.get("overrides");
    }

    private static String moreLayers(JsonNode vector) {
        var layers = JSON.createArrayNode();
        for (var layer : vector.has("layers") ? vector.get("layers") : JSON.createArrayNode().add(vector)) {
            var rotation = layer.get("rotation");
            var node = layers.addObject();
            node.set("start", rotation.get("start"));
            node.put("every", "P" + rotation.get("length").asInt() + (rotation.get("type").asString().equals("weekly") ? "W" : "D"));
            node.set("timeZone", layer.has("timezone") ? layer.get("timezone") : vector.get("timezone"));
            node.put("turns", rotation.path("advance").asString("calendar").startsWith("active") ? "active" : "calendar");
            if (vector.has("effective_from")) {
                node.set("from", vector.get("effective_from"));
            }
            var people = node.putArray("people");
            layer.get("participants").valueStream().forEach(name -> people.add(name.asString().toLowerCase()));
            var restrict = node.putArray("restrict");
            for (var window : layer.get("restrictions")) {
                var each = restrict.addObject();
                each.set("from", window.get("start"));
                each.set("to", window.get("end"));
                if (window.has("days")) {
                    var days = each.putArray("days");
                    window.get("days").valueStream().forEach(day -> days.add(DAYS.get(day.asString())));
                }
            }
        }
        var overrides = JSON.createArrayNode();
        for (var override : vector.get("overrides")) {
            overrides.addObject()
                    .put("from", override.get("start").asString())
                    .put("to", override.get("end").asString())
                    .put("person", override.get("add").asString().toLowerCase());
        }
        return layers + "\n  overrides: " + overrides;
    }

    private static String person(String name) {
        return """
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: %s}
                spec: {email: %s@example.com, timeZone: Europe/London}
                """.formatted(name, name);
    }

    private static String team(String name, String kind, String more) {
        return """
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: %s}
                spec: {kind: %s, %s}
                """.formatted(name, kind, more);
    }

    private static String service(String name, String more) {
        return """
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: %s}
                spec: {kind: digital, owner: bedroom-team, domain: furnishing, lifecycle: live, %s}
                """.formatted(name, more);
    }

    private static String schedule(String name, String fields, String layers) {
        return """
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: %s}
                spec:
                  %s
                  timeZone: Europe/London
                  layers: %s
                """.formatted(name.toLowerCase(), fields.replace(", ", "\n  "), layers);
    }

    private static List<JsonNode> vectors(String file) {
        var stream = OnCallApiTest.class.getResourceAsStream("/vectors/" + file);
        return JSON.readTree(stream).get("cases").valueStream().toList();
    }

    private static List<String> faults(Answer answer) {
        return answer.body().path("errors").valueStream()
                .map(fault -> fault.path(fault.has("path") ? "path" : "field").asString() + " " + fault.get("code").asString())
                .toList();
    }

    private Answer apply(List<String> documents) {
        var request = request("/catalogue/apply").header("Content-Type", "application/yaml");
        var answer = send(request.POST(BodyPublishers.ofString(String.join("---\n", documents))).build());
        return answer;
    }

    private Answer get(String path) {
        return send(request(path).GET().build());
    }

    private Answer post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build());
    }

    private int delete(String path) {
        return send(request(path).DELETE().build()).status();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private Answer send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body()));
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
