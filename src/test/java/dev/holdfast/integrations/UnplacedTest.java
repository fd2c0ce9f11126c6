package dev.holdfast.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Deployments;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What cannot be placed waits, is placed with one answer, and is known from then on. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=" + Pipes.TOKEN)
class UnplacedTest {

    private static final ServiceName SOFA = new ServiceName("waiting-sofa");

    @LocalServerPort
    int port;

    @Autowired
    Deployments deployments;

    private Api holdfast;
    private Pipes github;

    @BeforeEach
    void aServiceThatItsRepositoryDoesNotName() {
        holdfast = new Api("http://localhost:" + port, Pipes.TOKEN);
        github = new Pipes(holdfast, "a secret of waiting");
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: waiting-team}
                spec: {kind: product, members: []}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: waiting-sofa}
                spec: {kind: digital, owner: waiting-team, lifecycle: live}
                ---
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: waiting}
                spec: {from: github, secret: a secret of waiting}
                """).expect(200);
    }

    @Test
    void placedOnceIsRememberedForWhatWaitsAndForWhatComes() {
        deployed("acme/waiting-sofas", 11, "shop").expect(202);
        assertThat(deployed("acme/waiting-sofas", 12, "shop").expect(202).at("/result")).isEqualTo("waiting");
        var waiting = waiting("acme/waiting-sofas");
        assertThat(waiting).hasSize(2);
        assertThat(waiting.getFirst().path("suggestion").asString()).isEqualTo("waiting-sofa");
        assertThat(waiting.getFirst().path("why").asString()).contains("acme/waiting-sofas");
        assertThat(deployments.of(SOFA, "v1.12", "production")).isEmpty();

        var placed = holdfast.post("/api/v1/unplaced-events/" + waiting.getFirst().path("id").asString() + "/place", """
                {"service": "waiting-sofa", "environment": "production", "remember": true}
                """).expect(200);

        assertThat(placed.at("/placed")).isEqualTo("2");
        assertThat(waiting("acme/waiting-sofas")).isEmpty();
        assertThat(deployed("acme/waiting-sofas", 13, "shop").expect(202).at("/result")).isEqualTo("recorded");
        assertThat(List.of("v1.11", "v1.12", "v1.13"))
                .allSatisfy(version -> assertThat(deployments.of(SOFA, version, "production")).hasSize(1));
    }

    @Test
    void placedOnceWithoutMoreIsNotRemembered() {
        deployed("acme/couch", 21, "prod").expect(202);
        var id = waiting("acme/couch").getFirst().path("id").asString();

        holdfast.post("/api/v1/unplaced-events/" + id + "/place", "{\"service\": \"waiting-sofa\"}").expect(200);

        assertThat(deployments.of(SOFA, "v1.21", "production")).hasSize(1);
        assertThat(deployed("acme/couch", 22, "prod").at("/result")).isEqualTo("waiting");
        holdfast.post("/api/v1/unplaced-events/" + id + "/place", "{\"service\": \"waiting-sofa\"}").expect(404);
    }

    @Test
    void whatIsDismissedIsGone() {
        deployed("acme/nothing-of-ours", 31, "prod").expect(202);
        var id = waiting("acme/nothing-of-ours").getFirst().path("id").asString();
        assertThat(holdfast.get("/api/v1/unplaced-events?format=csv&limit=500").text()).contains("acme/nothing-of-ours");

        holdfast.post("/api/v1/unplaced-events/" + id + "/dismiss", "").expect(204);

        assertThat(waiting("acme/nothing-of-ours")).isEmpty();
        holdfast.post("/api/v1/unplaced-events/" + id + "/dismiss", "").expect(404);
        holdfast.post("/api/v1/unplaced-events/nonsense/dismiss", "").expect(404);
    }

    @Test
    void whatIsWrongWithAnAnswerIsSaid() {
        deployed("acme/stool", 41, "prod").expect(202);
        var place = "/api/v1/unplaced-events/" + waiting("acme/stool").getFirst().path("id").asString() + "/place";

        holdfast.post(place, "{}").expect(422);
        holdfast.post(place, "{\"service\": \"no-such-service\"}").expect(422);
        holdfast.as(null).post(place, "{\"service\": \"waiting-sofa\"}").expect(401);
        assertThat(waiting("acme/stool")).hasSize(1);
    }

    private List<JsonNode> waiting(String source) {
        return holdfast.get("/api/v1/unplaced-events?limit=500").expect(200).body().path("items").valueStream()
                .filter(event -> event.path("source").asString().equals(source))
                .toList();
    }

    private Api.Answer deployed(String repository, int number, String environment) {
        return github.github("waiting", "deployment_status", """
                {"deployment_status": {"state": "success", "created_at": "2026-11-02T10:05:00Z"},
                 "deployment": {"id": %d, "sha": "abc%1$d", "ref": "v1.%1$d", "environment": "%s", "created_at": "2026-11-02T10:00:00Z"},
                 "repository": {"full_name": "%s"}, "sender": {"login": "dan"}}
                """.formatted(number, environment, repository));
    }
}
