package dev.holdfast.integrations.flux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.integrations.PipelineEvent;
import dev.holdfast.integrations.Wire;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FluxEventTest {

    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final String SHA = "731f7eaddfb6af01cb2173e18f0f75b0ba780ef1";
    private static final String EVENT = """
            {"involvedObject": {"kind": "%s", "name": "bedroom", "namespace": "shop"}, "severity": "%s", "reason": "%s", "message": "…",
             "metadata": {"%s": "%s"%s}, "reportingController": "kustomize-controller", "timestamp": "2026-11-02T10:05:00Z"}
            """;

    @ParameterizedTest
    @CsvSource(
            textBlock = """
            Kustomization,  info,  ReconciliationSucceeded, SUCCEEDED, PLANNED
            Kustomization,  info,  Progressing,             STARTED,   PLANNED
            Kustomization,  error, ReconciliationFailed,    FAILED,    PLANNED
            Kustomization,  error, ValidationFailed,        FAILED,    PLANNED
            Kustomization,  error, HealthCheckFailed,       FAILED,    PLANNED
            Kustomization,  error, DependencyNotReady,      nothing,
            HelmRelease,    info,  UpgradeSucceeded,        SUCCEEDED, PLANNED
            HelmRelease,    info,  RollbackSucceeded,       SUCCEEDED, ROLLBACK
            HelmRelease,    error, UpgradeFailed,           FAILED,    PLANNED
            HelmRelease,    info,  UninstallSucceeded,      nothing,
            GitRepository,  info,  NewArtifact,             nothing,
            ImagePolicy,    info,  Succeeded,               nothing,
            """)
    void aReasonSaysHowFarItCame(String kind, String severity, String reason, String status, String why) {
        var said = said(EVENT.formatted(kind, severity, reason, "kustomize.toolkit.fluxcd.io/revision", "main@sha1:" + SHA, ""));

        assertThat(said.isEmpty() ? "nothing" : said.getFirst().status().name()).isEqualTo(status);
        assertThat(said).allSatisfy(it -> assertThat(it.kind().name()).isEqualTo(why));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock = """
            kustomize.toolkit.fluxcd.io/revision, main@sha1:731f7eaddfb6af01cb2173e18f0f75b0ba780ef1,   731f7eaddfb6af01cb2173e18f0f75b0ba780ef1
            kustomize.toolkit.fluxcd.io/revision, main/731f7eaddfb6af01cb2173e18f0f75b0ba780ef1,        731f7eaddfb6af01cb2173e18f0f75b0ba780ef1
            kustomize.toolkit.fluxcd.io/revision, sha1:731f7eaddfb6af01cb2173e18f0f75b0ba780ef1,        731f7eaddfb6af01cb2173e18f0f75b0ba780ef1
            kustomize.toolkit.fluxcd.io/revision, v1.418.0@sha1:731f7eaddfb6af01cb2173e18f0f75b0ba780ef1, v1.418.0
            helm.toolkit.fluxcd.io/revision,      6.3.5,                                                6.3.5
            helm.toolkit.fluxcd.io/revision,      6.3.5+731f7ead,                                       6.3.5+731f7ead
            revision,                             tip,                                                  tip
            """)
    void aRevisionIsATagOrACommit(String key, String revision, String version) {
        assertThat(said(EVENT.formatted("HelmRelease", "info", "UpgradeSucceeded", key, revision, ""))).singleElement()
                .extracting(PipelineEvent.DeploymentSaid::version).isEqualTo(version);
    }

    @Test
    void theEnvironmentIsWhatTheAlertAddsElseThePlaceMayTell() {
        var plain = said(EVENT.formatted("HelmRelease", "info", "UpgradeSucceeded", "revision", "1.2.3", "")).getFirst();
        var told = said(EVENT.formatted("HelmRelease", "info", "UpgradeSucceeded", "revision", "1.2.3", ", \"env\": \"prod\", \"cluster\": \"eu-1\"")).getFirst();

        assertThat(plain.environment()).isNull();
        assertThat(plain.place()).isEqualTo("shop");
        assertThat(told.environment()).isEqualTo("prod");
        assertThat(told.place()).isEqualTo("eu-1");
        assertThat(told.sources()).containsExactly("shop/bedroom", "bedroom");
    }

    @Test
    void theBeginningAndTheEndOfOneRevisionAreOneDeployment() {
        var began = said(EVENT.formatted("Kustomization", "info", "Progressing", "revision", "main@sha1:" + SHA, "")).getFirst();
        var ended = said(EVENT.formatted("Kustomization", "info", "ReconciliationSucceeded", "revision", "main@sha1:" + SHA, "")).getFirst();

        assertThat(began.id()).isEqualTo(ended.id());
        assertThat(began.finishedAt()).isNull();
        assertThat(ended.finishedAt()).isEqualTo("2026-11-02T10:05:00Z");
    }

    @Test
    void whatIsNotUnderstoodSaysNothing() {
        assertThat(said("{}")).isEmpty();
        assertThat(said("{\"involvedObject\": {\"kind\": \"Kustomization\", \"name\": \"x\"}, \"reason\": \"ReconciliationSucceeded\"}")).isEmpty();
    }

    private static List<PipelineEvent.DeploymentSaid> said(String body) {
        return new FluxEvent(Wire.json(body.getBytes(UTF_8)).orElseThrow(), NOW).events().stream()
                .map(PipelineEvent.DeploymentSaid.class::cast)
                .toList();
    }
}
