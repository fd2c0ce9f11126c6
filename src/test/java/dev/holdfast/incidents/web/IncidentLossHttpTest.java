package dev.holdfast.incidents.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Past incidents, imported whole: what each lost and what was protected, by the policy that was in force then. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=" + IncidentLossHttpTest.TOKEN)
class IncidentLossHttpTest {

    static final String TOKEN = "hf_loss_0123456789_0123456789_0123456789";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Each level is the policy's for three months, one after the other. */
    private static final Map<String, Instant> IN_FORCE_FROM = Map.of(
            "95.0", Instant.parse("2025-01-01T00:00:00Z"),
            "99.0", Instant.parse("2025-04-01T00:00:00Z"),
            "99.9", Instant.parse("2025-07-01T00:00:00Z"),
            "99.99", Instant.parse("2025-10-01T00:00:00Z"));

    @LocalServerPort
    int port;

    private Api holdfast;

    @BeforeEach
    void aTeamUnderAPolicyThatChanged() {
        holdfast = new Api("http://localhost:" + port, TOKEN);
        IN_FORCE_FROM.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(level -> holdfast.apply(policy(level.getKey(), level.getValue())).expect(200));
        holdfast.apply(document("Team", "loss-team", "{kind: product, members: []}")).expect(200);
    }

    @Test
    void costAndProtectWhatTheRulesSay() throws IOException {
        var cases = cases();
        holdfast.apply(cases.stream().map(IncidentLossHttpTest::service).collect(Collectors.joining("---\n"))).expect(200);

        var answered = new ArrayList<List<String>>();
        for (var one : cases) {
            var incident = holdfast.post("/api/v1/incidents", imported(one).toString()).expect(201);
            assertThat(holdfast.post("/api/v1/incidents", imported(one).toString()).expect(200).at("/id")).isEqualTo(incident.at("/id"));
            assertThat(holdfast.get("/api/v1/incidents/" + incident.at("/id") + "/notifications").body().path("items")).isEmpty();
            answered.add(figures(incident));
        }

        assertThat(answered).hasSizeGreaterThan(10).isEqualTo(cases.stream().map(IncidentLossHttpTest::expected).toList());
    }

    private record Case(int number, JsonNode row) {

        String service() {
            return "loss-" + number;
        }

        /** The same distance between all of its instants, weeks before now. */
        String moved(String at) {
            var from = IN_FORCE_FROM.get(row.path("level").asString()).plus(Duration.ofDays(28));
            var distance = Duration.between(Instant.parse(row.path("startedAt").asString()), from);
            return Instant.parse(at).plus(distance).toString();
        }
    }

    private static List<Case> cases() throws IOException {
        try (var file = IncidentLossHttpTest.class.getResourceAsStream("/incidents/incident-loss.json")) {
            var rows = JSON.readTree(file).path("cases").valueStream().toList();
            var cases = new ArrayList<Case>();
            rows.forEach(row -> cases.add(new Case(cases.size(), row)));
            return cases;
        }
    }

    private static ObjectNode imported(Case one) {
        var body = JSON.createObjectNode()
                .put("service", one.service())
                .put("summary", "What was lost once")
                .put("startedAt", one.moved(one.row().path("startedAt").asString()))
                .put("resolvedAt", one.moved(one.row().path("resolvedAt").asString()))
                .put("externalId", one.service());
        var impacts = body.putArray("impacts");
        one.row().path("impacts").forEach(said -> impacts.addObject()
                .put("at", one.moved(said.path("at").asString()))
                .put("impact", said.path("impact").asString()));
        var stated = one.row().path("stated");
        if (stated.isObject()) {
            body.putObject("stated")
                    .put("at", one.moved(stated.path("at").asString()))
                    .put("amount", stated.path("amount").asString());
        }
        return body;
    }

    private static List<String> figures(Api.Answer incident) {
        var effectiveness = incident.body().at("/protection/effectiveness");
        return List.of(
                incident.at("/loss/soFar/amount"),
                incident.at("/loss/atTolerable/amount"),
                incident.at("/protection/protected/amount"),
                incident.at("/protection/overrun/amount"),
                effectiveness.has("notApplicable") ? "not applicable" : effectiveness.asString());
    }

    private static List<String> expected(Case one) {
        var row = one.row();
        return List.of(
                row.path("loss").asString(),
                row.path("atTolerable").asString(),
                row.path("protected").asString(),
                row.path("overrun").asString(),
                row.path("effectiveness").isNull() ? "not applicable" : row.path("effectiveness").asString());
    }

    private static String service(Case one) {
        var peaks = one.row().path("peaks").valueStream()
                .map(peak -> "{name: a peak, from: \"%s\", to: \"%s\", exposurePerHour: {revenue: \"%s\", cost: 0}}".formatted(
                        one.moved(peak.path("from").asString()),
                        one.moved(peak.path("to").asString()),
                        peak.path("exposurePerHour").asString()))
                .collect(Collectors.joining(", ", "[", "]"));
        return document("Service", one.service(), """
                {kind: digital, owner: loss-team, lifecycle: live, demand: High, exposurePerHour: {revenue: "%s", cost: 0}, peaks: %s}
                """.formatted(one.row().path("exposurePerHour").asString(), peaks).strip());
    }

    private static String policy(String level, Instant from) {
        return document("Organisation", "retailer", """
                {currency: USD, effectiveFrom: "%s", exposureBands: [{upTo: 1000000000, level: "%s"}]}
                """.formatted(from, level).strip());
    }

    private static String document(String kind, String name, String spec) {
        return "apiVersion: holdfast.dev/v1\nkind: %s\nmetadata: {name: %s}\nspec: %s\n".formatted(kind, name, spec);
    }
}
