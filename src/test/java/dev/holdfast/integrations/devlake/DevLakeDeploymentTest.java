package dev.holdfast.integrations.devlake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.deployments.Deployment;
import dev.holdfast.integrations.PipelineEvent;
import dev.holdfast.integrations.Wire;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DevLakeDeploymentTest {

    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final String COMMIT = """
            {"repoUrl": "https://git.example/acme/%s", "refName": "v1.418", "commitSha": "5f1e9a0c", "startedDate": "2026-03-29T01:30:00+01:00",
             "finishedDate": "2026-03-29T02:30:00+01:00"}""";

    @Test
    void whatIsSaidOfADeploymentIsAllThere() {
        var said = said("{\"id\": \"bedroom-1\", \"result\": \"SUCCESS\", \"environment\": \"PRODUCTION\", \"displayTitle\": \"Bedroom\", \"new\": 1, \"deploymentCommits\": [%s]}"
                .formatted(COMMIT.formatted("bedroom")));

        assertThat(said).containsExactly(new PipelineEvent.DeploymentSaid(
                List.of("https://git.example/acme/bedroom", "Bedroom"), "bedroom-1", "v1.418", "production", null, false, Deployment.Status.SUCCEEDED,
                Deployment.Kind.PLANNED, Instant.parse("2026-03-29T00:30:00Z"), Instant.parse("2026-03-29T01:30:00Z"), null, "5f1e9a0c", null));
    }

    @ParameterizedTest
    @CsvSource(textBlock = "SUCCESS, SUCCEEDED\nFAILURE, FAILED\nABORT, FAILED\nsuccess, SUCCEEDED\nRUNNING, FAILED\n, SUCCEEDED")
    void aResultSaysHowItEnded(String result, String status) {
        var said = said("{\"id\": \"1\", \"result\": %s, \"deploymentCommits\": [%s]}"
                .formatted(result == null ? "null" : '"' + result + '"', COMMIT.formatted("bedroom")));

        assertThat(said.getFirst().status().name()).isEqualTo(status);
        assertThat(said.getFirst().environment()).isEqualTo("production");
    }

    @Test
    void severalRepositoriesAreSeveralDeployments() {
        var said = said("{\"id\": \"7\", \"result\": \"SUCCESS\", \"environment\": \"STAGING\", \"deploymentCommits\": [%s, %s]}"
                .formatted(COMMIT.formatted("bedroom"), COMMIT.formatted("sofa")));

        assertThat(said).extracting("id").containsExactly("7-1", "7-2");
        assertThat(said).extracting("environment").containsOnly("staging");
        assertThat(said).extracting(PipelineEvent::source).containsExactly("https://git.example/acme/bedroom", "https://git.example/acme/sofa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\": \"1\", \"deploymentCommits\": [{}]}", "{\"id\": \"1\", \"deploymentCommits\": 7}", "{\"deploymentCommits\": [{\"commitSha\": \"a\"}]}"})
    void whatIsNotUnderstoodSaysNothing(String body) {
        assertThat(said(body)).isEmpty();
    }

    private static List<PipelineEvent.DeploymentSaid> said(String body) {
        return new DevLakeDeployment(Wire.json(body.getBytes(UTF_8)).orElseThrow(), NOW).events().stream()
                .map(PipelineEvent.DeploymentSaid.class::cast)
                .toList();
    }
}
