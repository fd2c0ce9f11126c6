package dev.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What somebody finds who looks at the demo: numbers that agree with each other, and people who answer. */
@HoldfastTest
@TestPropertySource(
        properties = {
            "holdfast.demo=true",
            "holdfast.outbound-allow=127.0.0.1/32",
            "holdfast.admin-token=hf_demo_0123456789_0123456789_0123456789"
        })
class DemoTest {

    @LocalServerPort
    int port;

    private Api holdfast;

    @BeforeEach
    void lookAround() {
        holdfast = new Api("http://localhost:" + port, "hf_demo_0123456789_0123456789_0123456789");
    }

    @Test
    void addsUpWhatBedroomLostAndWhatRestoringItSoonKept() {
        var lost = BigDecimal.ZERO;
        var kept = BigDecimal.ZERO;
        for (var incident : incidents("service=bedroom&state=resolved")) {
            lost = lost.add(new BigDecimal(incident.at("/loss/soFar/amount").asString()));
            kept = kept.add(new BigDecimal(incident.at("/protection/protected/amount").asString()));
        }

        assertThat(lost).isEqualByComparingTo("188000");
        assertThat(kept).isEqualByComparingTo("1156000");
    }

    @Test
    void hasOneMajorIncidentOpenThatWasFoundByAnAlert() {
        var open = incidents("state=triggered");
        if (open.isEmpty()) open = incidents("state=acknowledged");

        var incident = open.get(0);
        assertThat(incident.path("service").asString()).isEqualTo("bedroom");
        assertThat(incident.path("type").asString()).isEqualTo("major");
        assertThat(new BigDecimal(incident.at("/loss/soFar/amount").asString())).isGreaterThan(new BigDecimal("41000"));
    }

    @Test
    void placesItsServicesAsThePlaybookDoes() {
        var placed = Map.of(
                "bedroom", "99.0 ybyr domain", "appointments", "95.0 ybyr none", "ecommerce-platform", "99.9 ops operations",
                "checkout", "99.9 ybyr team", "gift-cards", "99.0 ops operations");

        placed.forEach((service, expected) -> {
            var selection = holdfast.get("/api/v1/services/" + service + "/selection").expect(200);
            assertThat(selection.at("/level") + " " + selection.at("/operatingModel") + " " + selection.at("/onCall/outOfHours"))
                    .isEqualTo(expected);
        });
    }

    @Test
    void hasReleasedForWeeks() {
        var waiting = holdfast.get("/api/v1/changes?state=raised").expect(200).body().path("items");
        var measures = holdfast.get("/api/v1/deployments/measures?scope=service:bedroom").expect(200).body().path("measures");

        assertThat(waiting.valueStream().map(change -> change.path("service").asString())).containsExactly("sofas", "ecommerce-platform", "warehouse-link");
        assertThat(holdfast.get("/api/v1/change-templates/sofas-release").at("/state")).isEqualTo("suspended");
        assertThat(measures.valueStream().filter(measure -> measure.path("id").asString().equals("M4")).findFirst().orElseThrow().path("value").isNull()).isFalse();
    }

    @Test
    void wasAllowedWhatItReleasedButForWhatTheAuditFinds() {
        var summary = holdfast.get("/api/v1/audit/summary").expect(200).body();
        var recorded = released("only-recorded");

        assertThat(summary.path("population").asInt()).isGreaterThan(150);
        assertThat(recorded).isNotEmpty().hasSizeLessThan(5).containsOnly("store-finder NO_CHANGE");
        assertThat(released("never-asked")).containsExactly("mattresses NO_CHANGE");
        assertThat(released("refused")).containsExactly("ecommerce-platform APPROVED_AFTER_START");
        assertThat(released("with-gaps")).hasSize(recorded.size() + 2);
        assertThat(summary.at("/counts/allowed").asInt()).isEqualTo(summary.path("population").asInt() - recorded.size() - 2);
    }

    /** Of what that is true: the service, and what is missing. */
    private List<String> released(String only) {
        return holdfast.get("/api/v1/audit?limit=200&only=" + only).expect(200).body().path("items").valueStream()
                .map(row -> row.path("service").asString() + row.path("gaps").valueStream().map(gap -> " " + gap.asString()).collect(Collectors.joining()))
                .toList();
    }

    @Test
    void leavesOneNightOfThePeakWithNobody() {
        var gaps = holdfast.get("/api/v1/on-call/checks").expect(200).body().path("items").valueStream()
                .filter(check -> check.path("code").asString().equals("GAP"))
                .toList();

        assertThat(gaps).singleElement().satisfies(gap -> assertThat(gap.path("schedule").asString()).isEqualTo("bedroom-nights"));
    }

    @Test
    void comesBackAsAFileThatChangesNothing() {
        var export = holdfast.get("/api/v1/catalogue/export").expect(200).text();

        var again = holdfast.apply(export).expect(200);
        assertThat(again.at("/created") + again.at("/updated")).isEqualTo("00");
    }

    @Test
    void showsOnAPhoneWhatWasPushedToIt() throws Exception {
        var push = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/hooks/demo/phones/olu"))
                .header("Title", "=?UTF-8?B?4oKsIGFuIGhvdXI=?=")
                .header("Click", "https://elsewhere.example.com/incidents/INC-1")
                .POST(HttpRequest.BodyPublishers.ofString("<b>Look</b>"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(push, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        }

        var phone = holdfast.get("/demo/phones/olu").expect(200).text();
        assertThat(phone).contains("Olu Adeyemi", "€ an hour", "&lt;b&gt;Look", "href=\"/incidents/INC-1\"").doesNotContain("elsewhere");
        holdfast.get("/demo/phones/nobody").expect(404);
    }

    private JsonNode incidents(String filter) {
        return holdfast.get("/api/v1/incidents?limit=200&" + filter).expect(200).body().path("items");
    }
}
