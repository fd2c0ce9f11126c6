package dev.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The reflection on the retailer's year, over HTTP. Only such bands are accepted as move no service. */
@HoldfastTest
@TestPropertySource(
        properties = {
            "holdfast.demo=true",
            "holdfast.outbound-allow=127.0.0.1/32",
            "holdfast.admin-token=hf_demo_0123456789_0123456789_0123456789"
        })
class ReflectionHttpTest {

    private static final String DOOR = "/api/v1/reflection";

    @LocalServerPort
    int port;

    private Api holdfast;

    @BeforeEach
    void lookAround() {
        holdfast = new Api("http://localhost:" + port, "hf_demo_0123456789_0123456789_0123456789");
    }

    @Test
    void holdsLossesBesideBandsAcceptsLeavesAndEnds() {
        var before = holdfast.get(DOOR).expect(200).body();
        assertThat(before.path("incidents").asInt()).isGreaterThan(20);
        assertThat(before.path("bands")).hasSize(3);
        var top = proposal(before, "RAISE_TOP_BOUND");
        assertThat(top.path("exposureBands").get(2).path("upTo").asInt()).isEqualTo(850_000);
        assertThat(top.path("changes")).isEmpty();
        var late = proposal(before, "LOWER_BOUND");
        assertThat(late.path("services").get(0).asString()).isEqualTo("warehouse-link");
        assertThat(late.path("changes")).isNotEmpty();

        assertThat(holdfast.get("/reflection/proposal.csv?key=" + key(late)).expect(200).text().lines())
                .hasSize(1 + late.path("explain").size() + late.path("changes").size()).anyMatch(line -> line.startsWith("change,warehouse-link,"));
        assertThat(holdfast.get("/reflection?proposals=x&answers=99").expect(200).text()).contains(late.path("sentence").asString());

        answer(top, "accept", "{}").expect(422);
        answer(top, "accept", "{\"note\": \"The platform outgrew it.\"}").expect(200);
        answer(top, "leave", "{\"note\": \"Again.\"}").expect(409);
        answer(late, "leave", "{\"note\": \"Operations get a second line first.\"}").expect(200);

        assertThat(holdfast.get("/api/v1/policy").expect(200).body().at("/spec/exposureBands/2/upTo").asInt()).isEqualTo(850_000);
        var held = holdfast.post(DOOR + "/hold", "{\"note\": \"One bound moved.\"}").expect(201).body();
        assertThat(held.path("answers")).hasSize(2);

        var after = holdfast.get(DOOR).expect(200).body();
        assertThat(after.path("answers")).isEmpty();
        assertThat(after.path("incidents").asInt()).isZero();
        assertThat(after.path("due").asString()).isGreaterThan(before.path("due").asString());
        assertThat(holdfast.get(DOOR + "/held").expect(200).body().path("items").get(0).path("note").asString()).isEqualTo("One bound moved.");
        assertThat(holdfast.get("/reflection").expect(200).text()).contains("One bound moved.", "Held before");
        assertThat(holdfast.get("/reflection.csv").expect(200).text()).startsWith("service,exposure an hour");
    }

    @Test
    void refusesWhatTheFactsDoNotSuggest() {
        holdfast.post(DOOR + "/proposals/REMOVE_BAND:50.0/accept", "{\"note\": \"x\"}").expect(404);
        holdfast.get("/reflection/proposal.csv?key=REMOVE_BAND:50.0").expect(404);
        holdfast.post(DOOR + "/hold", "{\"note\": \"  \"}").expect(422);
        holdfast.post(DOOR + "/hold", "[").expect(400);
    }

    private Api.Answer answer(JsonNode proposal, String act, String body) {
        return holdfast.post(DOOR + "/proposals/" + key(proposal) + "/" + act, body);
    }

    private static String key(JsonNode proposal) {
        return URLEncoder.encode(proposal.path("key").asString(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static JsonNode proposal(JsonNode reflection, String code) {
        return reflection.path("proposals").valueStream().filter(it -> it.path("code").asString().equals(code)).findFirst().orElseThrow();
    }
}
