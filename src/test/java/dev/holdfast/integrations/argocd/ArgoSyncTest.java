package dev.holdfast.integrations.argocd;

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

class ArgoSyncTest {

    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final String SHA = "5f1e9a0c3b7d4e2f8a6b1c0d9e8f7a6b5c4d3e2f";
    private static final String OURS = """
            {"app": "bedroom", "project": "shop", "environment": "prod", "destination": "shop-live", "revision": "%s", "revisions": null, "phase": "%s",
             "startedAt": "2026-11-02T10:00:00Z", "finishedAt": %s, "initiatedBy": "dan", "images": [%s], "health": "Healthy", "new": [1]}
            """;

    @ParameterizedTest
    @CsvSource(textBlock = "Running, STARTED\nSucceeded, SUCCEEDED\nFailed, FAILED\nError, FAILED\nTerminating, nothing")
    void aPhaseSaysHowFarItCame(String phase, String status) {
        var said = said(OURS.formatted(SHA, phase, "\"2026-11-02T10:05:00Z\"", ""));

        assertThat(said.isEmpty() ? "nothing" : said.getFirst().status().name()).isEqualTo(status);
    }

    @Test
    void ourTemplateSaysEverything() {
        var said = said(OURS.formatted(SHA, "Succeeded", "\"2026-11-02T11:05:00+01:00\"", "\"r.example:5000/shop/bedroom:1.418@sha256:0b31\""));

        assertThat(said).singleElement().usingRecursiveComparison().ignoringFields("id").isEqualTo(new PipelineEvent.DeploymentSaid(
                List.of("bedroom"), "", "1.418", "prod", "shop-live", false, Deployment.Status.SUCCEEDED, Deployment.Kind.PLANNED,
                Instant.parse("2026-11-02T10:00:00Z"), Instant.parse("2026-11-02T10:05:00Z"), "dan", SHA, "sha256:0b31"));
    }

    @Test
    void theBeginningAndTheEndOfOneSyncAreOneDeployment() {
        var began = said(OURS.formatted(SHA, "Running", "null", "")).getFirst();
        var ended = said(OURS.formatted(SHA, "Succeeded", "\"2026-11-02T10:05:00Z\"", "")).getFirst();

        assertThat(began.id()).isEqualTo(ended.id());
        assertThat(began.finishedAt()).isNull();
        assertThat(ended.version()).isEqualTo(SHA);
    }

    @Test
    void theEnvironmentMayBeALabel() {
        var said = said("""
                {"app": "bedroom", "labels": {"environment": "live"}, "phase": "Succeeded", "revision": "%s", "initiatedBy": {"automated": true}}
                """.formatted(SHA)).getFirst();

        assertThat(said.environment()).isEqualTo("live");
        assertThat(said.deployer()).isNull();
    }

    @Test
    void ofSeveralImagesNoneIsTheVersion() {
        assertThat(said(OURS.formatted(SHA, "Succeeded", "null", "\"a:1\", \"b:2\"")).getFirst().version()).isEqualTo(SHA);
    }

    @Test
    void severalSourcesHaveARevisionTogether() {
        var said = said("{\"app\": \"bedroom\", \"environment\": \"prod\", \"phase\": \"Succeeded\", \"revision\": \"\", \"revisions\": [\"abc\", \"def\"]}");

        assertThat(said.getFirst().version()).isEqualTo("abc+def");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "{\"app\": %s}"})
    void aWholeApplicationIsUnderstood(String wrapped) {
        var said = said(wrapped.formatted("""
                {"metadata": {"name": "bedroom", "labels": {"environment": "prod"}},
                 "spec": {"source": {"repoURL": "https://git.example/acme/bedroom.git"}, "destination": {"namespace": "shop-live"}},
                 "status": {"sync": {"revision": "%s"}, "health": {"status": "Healthy"}, "summary": {"images": ["bedroom:1.418"]},
                  "operationState": {"phase": "Succeeded", "startedAt": "2026-11-02T10:00:00Z", "finishedAt": "2026-11-02T10:05:00Z",
                   "operation": {"initiatedBy": {"username": "dan"}}, "syncResult": {"revision": "%1$s"}}}}
                """.formatted(SHA))).getFirst();

        assertThat(said.sources()).containsExactly("bedroom", "https://git.example/acme/bedroom.git");
        assertThat(said.version()).isEqualTo("1.418");
        assertThat(said.environment()).isEqualTo("prod");
        assertThat(said.deployer()).isEqualTo("dan");
    }

    @Test
    void theResultOfASyncAloneDoesNotSayWhere() {
        var said = said("""
                {"resources": [{"kind": "Deployment", "status": "Synced"}], "revision": "%s",
                 "source": {"repoURL": "https://git.example/acme/bedroom.git", "path": "deploy"}}
                """.formatted(SHA)).getFirst();

        assertThat(said.sources()).containsExactly("https://git.example/acme/bedroom.git");
        assertThat(said.status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(said.environment()).isNull();
        assertThat(said.finishedAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"app\": \"bedroom\"}", "{\"app\": [], \"phase\": \"Succeeded\"}", "{\"app\": \"bedroom\", \"phase\": \"Succeeded\"}"})
    void whatIsNotUnderstoodSaysNothing(String body) {
        assertThat(said(body)).isEmpty();
    }

    private static List<PipelineEvent.DeploymentSaid> said(String body) {
        return new ArgoSync(Wire.json(body.getBytes(UTF_8)).orElseThrow(), NOW).events().stream()
                .map(PipelineEvent.DeploymentSaid.class::cast)
                .toList();
    }
}
