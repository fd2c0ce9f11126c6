package dev.holdfast.operatingmodel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.LossRates;
import dev.holdfast.quantities.Period;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Selection and policy as programs see them. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=" + SelectionApiTest.TOKEN)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class SelectionApiTest {

    static final String TOKEN = "hf_selection_selection_selection_selection";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String POLICY = """
            {"currency": "USD",
             "exposureBands": [{"upTo": 7000, "level": "95.0"}, {"upTo": 250000, "level": "99.0"}, {"upTo": 800000, "level": "99.9"}],
             "demandBands": [{"name": "Low", "every": "P30D"}, {"name": "Medium", "every": "P14D"},
                             {"name": "High", "every": "P7D"}, {"name": "Very High", "every": "P1D"}],
             "remuneration": {"model": "standby", "standby": {"amount": 350, "per": "week"}}}
            """;

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private LossRates rates;

    private record Answer(int status, JsonNode body) {}

    @Test
    void evaluatesEveryExposureByItsBands() throws Exception {
        for (var row : cases("availability-target.json")) {
            var policy = "{\"exposureBands\": " + row.get("bands") + "}";
            assertThat(put("/policy", policy).status()).isEqualTo(200);

            var answer = post("/selection/evaluate", question(row.get("exposurePerHour").asString(), "High", "digital")).body();

            assertThat(answer.get("level").asString()).isEqualTo(row.get("level").asString());
            assertThat(words(answer.get("cautions")).contains("ABOVE_TOP_BAND")).isEqualTo(row.get("aboveTopBand").asBoolean());
            assertThat(Duration.parse(answer.get("tolerableUnavailabilityPerWeek").asString()).toMillis())
                    .isEqualTo(new BigDecimal(row.get("tolerableSeconds").asString()).movePointRight(3).longValue());
        }
    }

    @Test
    void evaluatesEveryCellOfTheSelector() throws Exception {
        for (var row : cases("operating-model.json")) {
            var days = row.get("everyDays").asInt();
            var policy = """
                    {"exposureBands": [{"upTo": 1000, "level": "%s"}], "demandBands": [{"name": "It", "every": "P%dD"}]}
                    """.formatted(row.get("level").asString(), days);
            assertThat(put("/policy", policy).status()).isEqualTo(200);

            var answer = post("/selection/evaluate", question("1000", "It", row.get("kind").asString())).body();

            assertThat(answer.get("operatingModel")).isEqualTo(row.get("operatingModel"));
            assertThat(answer.get("trafficLight")).isEqualTo(row.get("trafficLight"));
            assertThat(answer.get("onCall")).isEqualTo(row.get("onCall"));
            assertThat(answer.get("cautions")).isEqualTo(row.get("cautions"));
            assertThat(answer.at("/deploymentTarget/every").asString()).isEqualTo("P" + days + "D");
        }
    }

    @Test
    void faultsAQuestionWithPlaceAndCode() throws Exception {
        put("/policy", POLICY);

        var wrong = post("/selection/evaluate", """
                {"exposurePerHour": {"revenue": "-1"}, "demand": "Enormous", "kind": "digital", "colour": "red"}
                """);

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(faults(wrong.body())).containsExactlyInAnyOrder(
                "exposurePerHour.revenue OUT_OF_RANGE", "demand UNKNOWN_VALUE", "colour UNKNOWN_FIELD");
    }

    @Test
    void anOverrideIsShownBesideTheCalculationUntilItsEnd() throws Exception {
        put("/policy", POLICY);
        apply(service("wardrobe", "exposurePerHour: {revenue: 180000, cost: 20000}\n  demand: Very High"));
        var until = clock.instant().plusSeconds(600);

        var made = post("/services/wardrobe/selection", """
                {"level": "99.9", "reason": "launch", "until": "%s"}""".formatted(until));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().at("/override/level").asString()).isEqualTo("99.9");
        assertThat(made.body().at("/inputs/exposurePerHour/revenue").asString()).isEqualTo("180000");
        var during = get("/services/wardrobe/selection").body();
        assertThat(during.get("level").asString()).isEqualTo("99.9");
        assertThat(during.at("/onCall/outOfHours").asString()).isEqualTo("team");
        assertThat(during.at("/calculated/level").asString()).isEqualTo("99.0");
        assertThat(during.at("/override/reason").asString()).isEqualTo("launch");
        clock.advance(Duration.ofSeconds(601));
        var after = get("/services/wardrobe/selection").body();
        assertThat(after.get("level").asString()).isEqualTo("99.0");
        assertThat(after.get("override").isNull()).isTrue();
        assertThat(get("/services/wardrobe/selection/decisions").body().get("items")).hasSize(1);
    }

    @Test
    void aDecisionNeedsAReasonAndConfirmsWithNothingElse() throws Exception {
        put("/policy", POLICY);
        apply(service("lamp", "exposurePerHour: {revenue: 100}\n  demand: High"));

        assertThat(faults(post("/services/lamp/selection", "{\"level\": \"99.9\"}").body())).containsExactly("reason REQUIRED");
        assertThat(post("/services/no-such/selection", "{\"reason\": \"so\"}").status()).isEqualTo(404);
        var confirmed = post("/services/lamp/selection", "{\"reason\": \"looked at it\"}");
        assertThat(confirmed.status()).isEqualTo(201);
        assertThat(confirmed.body().get("override").isNull()).isTrue();
        assertThat(confirmed.body().at("/calculated/operatingModel").asString()).isEqualTo("ybyr");
    }

    @Test
    void anUnassessedServiceSaysWhatIsMissing() throws Exception {
        apply(service("chair", ""));

        var answer = get("/services/chair/selection").body();

        for (var field : List.of("level", "tolerableUnavailabilityPerWeek", "operatingModel", "deploymentTarget", "trafficLight")) {
            assertThat(answer.at("/" + field + "/notApplicable").asString()).as(field).contains("exposurePerHour");
        }
        assertThat(answer.at("/onCall/outOfHours").asString()).isEqualTo("team");
        var status = get("/services/chair").body().get("status");
        assertThat(words(status.get("missing"))).contains("exposurePerHour", "demand");
        assertThat(status.at("/level/notApplicable").isMissingNode()).isFalse();
    }

    @Test
    void aPeakRaisesTheTargetWhileItLasts() throws Exception {
        put("/policy", POLICY);
        apply(service("sofa", """
                exposurePerHour: {revenue: 180000, cost: 20000}
                  demand: Very High
                  peaks: [{name: Black Friday, from: "2030-11-29T00:00:00Z", to: "2030-12-02T00:00:00Z", exposurePerHour: {revenue: 700000, cost: 0}, leadIn: P1D}]
                """.strip()));

        assertThat(level("sofa", "2030-11-27T23:59:59Z")).isEqualTo("99.0");
        assertThat(level("sofa", "2030-11-28T00:00:00Z")).isEqualTo("99.9");
        assertThat(level("sofa", "2030-12-01T23:59:59Z")).isEqualTo("99.9");
        assertThat(level("sofa", "2030-12-02T00:00:00Z")).isEqualTo("99.0");
    }

    @Test
    void yesterdayAnswersAsItDidAndItsLossRateToo() throws Exception {
        put("/policy", POLICY);
        apply(service("stool", "exposurePerHour: {revenue: 6000}\n  demand: High"));
        clock.advance(Duration.ofDays(1));
        var changed = clock.instant();
        apply(service("stool", "exposurePerHour: {revenue: 600000}\n  demand: High"));

        var curve = rates.of(new ServiceName("stool"));

        assertThat(level("stool", changed.minusSeconds(60).toString())).isEqualTo("95.0");
        assertThat(level("stool", changed.plusSeconds(60).toString())).isEqualTo("99.9");
        assertThat(level("stool", "2001-01-01T00:00:00Z")).isEqualTo("95.0");
        assertThat(curve.rateAt(changed.minusSeconds(60))).hasToString("6000.00 USD");
        assertThat(curve.rateAt(changed.plusSeconds(60))).hasToString("600000.00 USD");
        assertThat(curve.segments(new Period(changed.minusSeconds(60), changed.plusSeconds(60)))).hasSize(2);
    }

    @Test
    void aPreviewSaysWhatAPolicyWouldChangeAndCost() throws Exception {
        put("/policy", POLICY);
        apply(service("desk", "exposurePerHour: {revenue: 200000}\n  demand: High"));

        var answer = post("/policy/preview", "{\"exposureBands\": [{\"upTo\": 1000, \"level\": \"99.9\"}]}").body();

        var line = StreamSupport.stream(answer.get("services").spliterator(), false)
                .filter(it -> it.get("service").asString().equals("desk"))
                .findFirst()
                .orElseThrow();
        assertThat(line.at("/now/level").asString()).isEqualTo("99.0");
        assertThat(line.at("/then/level").asString()).isEqualTo("99.9");
        assertThat(words(line.get("changed"))).contains("level", "onCall");
        assertThat(line.at("/then/standbyPerWeek/amount").asString()).isEqualTo("350.00");
        assertThat(get("/services/desk/selection").body().get("level").asString()).isEqualTo("99.0");
        assertThat(post("/policy/preview", "{\"remuneration\": null}").body().at("/standbyPerWeek/then/notApplicable").isMissingNode()).isFalse();
        assertThat(faults(post("/policy/preview", "{\"remuneration\": {\"model\": \"callout\"}}").body()))
                .containsExactly("remuneration.model CALLOUT_ONLY_UNFAIR");
    }

    @Test
    void keepsEveryVersionOfThePolicy() throws Exception {
        var before = clock.instant();
        put("/policy", POLICY);
        clock.advance(Duration.ofSeconds(5));
        var changed = put("/policy", POLICY.replace("\"USD\"", "\"EUR\""));

        assertThat(changed.body().at("/spec/currency").asString()).isEqualTo("EUR");
        assertThat(get("/policy").body().get("version")).isEqualTo(changed.body().get("version"));
        var versions = get("/policy/versions").body().get("items");
        assertThat(versions.get(0)).isEqualTo(changed.body());
        assertThat(versions.size()).isGreaterThan(1);
        assertThat(get("/policy?at=" + before.plusSeconds(2)).body().at("/spec/currency").asString()).isEqualTo("USD");
        assertThat(faults(put("/policy", POLICY.replace("\"model\": \"standby\"", "\"model\": \"callout\"")).body()))
                .containsExactly("spec.remuneration.model CALLOUT_ONLY_UNFAIR");
        put("/policy", POLICY);
    }

    private static String service(String name, String more) {
        return """
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: makers}
                spec: {kind: product}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: %s}
                spec:
                  kind: digital
                  lifecycle: live
                  owner: makers
                  %s
                """.formatted(name, more);
    }

    private static String question(String exposure, String demand, String kind) {
        return """
                {"exposurePerHour": {"revenue": "%s", "cost": 0}, "demand": "%s", "kind": "%s"}
                """.formatted(exposure, demand, kind);
    }

    private String level(String service, String at) throws Exception {
        return get("/services/" + service + "/selection?at=" + at).body().get("level").asString();
    }

    private void apply(String yaml) throws Exception {
        var answer = send("POST", "/catalogue/apply", yaml, "application/yaml");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private Answer get(String path) throws Exception {
        return send("GET", path, "", "application/json");
    }

    private Answer post(String path, String body) throws Exception {
        return send("POST", path, body, "application/json");
    }

    private Answer put(String path, String body) throws Exception {
        return send("PUT", path, body, "application/json");
    }

    private Answer send(String method, String path, String body, String type) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", type)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    private static List<String> faults(JsonNode problem) {
        return StreamSupport.stream(problem.path("errors").spliterator(), false)
                .map(fault -> (fault.has("path") ? fault.get("path") : fault.get("field")).asString() + " " + fault.get("code").asString())
                .toList();
    }

    private static List<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
    }

    private static Iterable<JsonNode> cases(String file) {
        return JSON.readTree(SelectionApiTest.class.getResourceAsStream("/operatingmodel/" + file)).get("cases");
    }
}
