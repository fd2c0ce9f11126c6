package dev.holdfast.integrations.cdevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.deployments.Deployment;
import dev.holdfast.integrations.PipelineEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CDEventTest {

    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final String DIGEST = "sha256:0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427";
    private static final String PURL = "pkg:oci/bedroom@" + DIGEST.replace(":", "%3A");

    private static final String SERVICE = """
            {"context": {%s, "id": "e-1", "source": "/ci/main", "type": "dev.cdevents.service.%s", "timestamp": "2026-03-29T02:30:00.5+01:00", "new": {}},
             "subject": {"id": "bedroom", "source": "/ci/main", "content": {"environment": {"id": "prod"}, "artifactId": "%s"}}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            "version": "0.3.0"     | deployed.0.1.1   | SUCCEEDED | PLANNED
            "version": "0.4.1"     | deployed.0.2.0   | SUCCEEDED | PLANNED
            "specversion": "0.5.1" | deployed.0.3.0   | SUCCEEDED | PLANNED
            "specversion": "0.9.0" | deployed.7.0.0   | SUCCEEDED | PLANNED
            "specversion": "0.5.1" | upgraded.0.3.0   | SUCCEEDED | PLANNED
            "specversion": "0.5.1" | rolledback.0.3.0 | SUCCEEDED | ROLLBACK
            "specversion": "0.5.1" | removed.0.3.0    | nothing   |
            "specversion": "0.5.1" | dreamt.0.1.0     | nothing   |
            """)
    void everyVersionOfTheSpecificationIsUnderstood(String version, String type, String status, String kind) {
        var said = said(SERVICE.formatted(version, type, PURL + "?tag=1.418"));

        assertThat(said.isEmpty() ? "nothing" : deployment(said).status().name()).isEqualTo(status);
        if (!said.isEmpty()) assertThat(deployment(said).kind().name()).isEqualTo(kind);
    }

    @Test
    void whatIsSaidOfADeploymentIsAllThere() {
        var at = Instant.parse("2026-03-29T01:30:00.500Z");

        assertThat(deployment(said(SERVICE.formatted("\"version\": \"0.4.1\"", "deployed.0.2.0", PURL + "?tag=1.418"))))
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(new PipelineEvent.DeploymentSaid(
                        List.of("bedroom", "pkg:oci/bedroom", "/ci/main"), "", "1.418", "prod", null, false, Deployment.Status.SUCCEEDED,
                        Deployment.Kind.PLANNED, at, at, null, null, DIGEST));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock = """
            pkg:oci/bedroom@sha256%3A0b31b1?tag=1.418&repository_url=r.example%2Fshop, pkg:oci/bedroom,            1.418,  sha256:0b31b1
            pkg:oci/bedroom@sha256:0b31b1,                                             pkg:oci/bedroom,            -,      sha256:0b31b1
            pkg:golang/git.example/shop/bedroom@234fd47e,                              pkg:golang/git.example/shop/bedroom, 234fd47e, -
            pkg:maven/shop/bedroom@1.0+7#src,                                          pkg:maven/shop/bedroom,     1.0+7,  -
            sha256:0b31b1,                                                             sha256:0b31b1,              -,      sha256:0b31b1
            bedroom,                                                                   bedroom,                    -,      -
            """)
    void anArtifactIsTakenApart(String purl, String name, String version, String digest) {
        assertThat(Artifact.of(purl)).isEqualTo(new Artifact(name, version, digest));
    }

    @Test
    void anArtifactThatIsPackagedIsABuild() {
        var said = said("""
                {"context": {"specversion": "0.5.1", "id": "e-2", "source": "/ci", "type": "dev.cdevents.artifact.published.0.3.0",
                  "timestamp": "2026-11-02T10:00:00Z"}, "subject": {"id": "%s?tag=1.418", "content": {"change": {"id": "5f1e9a0c"}, "user": "dan"}}}
                """.formatted(PURL));

        assertThat(said).singleElement().isInstanceOfSatisfying(PipelineEvent.BuildSaid.class, build -> {
            assertThat(build.version()).isEqualTo("1.418");
            assertThat(build.artifactDigest()).isEqualTo(DIGEST);
            assertThat(build.activity()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"structured", "base64", "text", "batch", "binary", "jenkins"})
    void howeverItIsCarriedItIsTheSameEvent(String carried) {
        var event = SERVICE.formatted("\"version\": \"0.4.1\"", "deployed.0.2.0", "pkg:oci/bedroom@1.418").strip();
        var envelope = "{\"specversion\": \"1.0\", \"id\": \"made-anew\", \"source\": \"/else\", \"type\": \"dev.cdevents.service.deployed.0.2.0\", %s}";
        var bytes = Arrays.toString(event.getBytes(UTF_8));
        var body = switch (carried) {
            case "structured" -> envelope.formatted("\"data\": " + event);
            case "base64" -> envelope.formatted("\"data_base64\": \"" + Base64.getEncoder().encodeToString(event.getBytes(UTF_8)) + "\"");
            case "text" -> envelope.formatted("\"data\": \"" + event.replace("\"", "\\\"").replace("\n", "\\n") + "\"");
            case "batch" -> "[" + envelope.formatted("\"data\": " + event) + "]";
            case "jenkins" -> "CloudEvent{id='made-anew', source=job/bedroom/, type='dev.cdevents.service.deployed.0.2.0', datacontenttype='application/json', "
                    + "time=2026-11-02T10:00Z, data=BytesCloudEventData{value=" + bytes + "}, extensions={}}";
            default -> event;
        };

        var read = Envelopes.read(body.getBytes(UTF_8), null, null, null).orElseThrow();

        assertThat(read).singleElement().satisfies(it -> {
            assertThat(it.id()).isEqualTo("/ci/main e-1 dev.cdevents.service.deployed.0.2.0");
            assertThat(deployment(it.events(NOW)).version()).isEqualTo("1.418");
        });
    }

    @Test
    void signedBytesAreTheLettersThatTheyWere() {
        var event = "{\"context\": {\"id\": \"é-1\", \"source\": \"/größe\", \"type\": \"dev.cdevents.x.y.0.1.0\"}}";
        var text = "CloudEvent{data=BytesCloudEventData{value=" + Arrays.toString(event.getBytes(UTF_8)) + "}, extensions={}}";

        assertThat(Arrays.toString(event.getBytes(UTF_8))).contains("-");
        assertThat(Envelopes.read(text.getBytes(UTF_8), null, null, null).orElseThrow().getFirst().id()).isEqualTo("/größe é-1 dev.cdevents.x.y.0.1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "7", "\"text\"", "CloudEvent{}", "CloudEvent{data=BytesCloudEventData{value=[1, 999]}}", "[1]", "CloudEvent{data=BytesCloudEventData{value=[]}}"})
    void whatCarriesNothingIsNotRead(String body) {
        assertThat(Envelopes.read(body.getBytes(UTF_8), null, null, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock = """
            success, '"parameters": {"VERSION": "1.418"},', 1.418, true
            failure, '"parameters": {"VERSION": "1.418"},', 1.418, false
            error,   '',                                    5f1e9a0c3b7d4e2f8a6b1c0d9e8f7a6b5c4d3e2f, false
            """)
    void aRunOfJenkinsIsAnActivityOnTheCommitThatItBuilt(String outcome, String parameters, String version, boolean passed) {
        var said = said("""
                {"context": {"version": "0.1.0", "id": "e-3", "source": "job/bedroom/418/", "type": "dev.cdevents.pipelinerun.finished.0.1.0",
                  "timestamp": "2026-11-02T10:00:00Z"},
                 "subject": {"id": "418", "source": "job/bedroom/418/", "type": "PIPELINERUN",
                  "content": {"pipelineName": "bedroom", "outcome": "%s", "errors": ""}},
                 "customData": {"name": "bedroom", "build": {"number": 418, %s
                  "scmState": {"url": "https://git.example/acme/bedroom.git", "branch": "origin/main", "commit": "5f1e9a0c3b7d4e2f8a6b1c0d9e8f7a6b5c4d3e2f"}}},
                 "customDataContentType": "application/json"}
                """.formatted(outcome, parameters));

        assertThat(said).singleElement().isInstanceOfSatisfying(PipelineEvent.BuildSaid.class, build -> {
            assertThat(build.version()).isEqualTo(version);
            assertThat(build.sources()).containsExactly("https://git.example/acme/bedroom.git", "bedroom", "job/bedroom/418/");
            assertThat(build.activity()).isEqualTo(new PipelineEvent.Activity(List.of("bedroom"), null, passed));
        });
    }

    private static List<PipelineEvent> said(String event) {
        return Envelopes.read(event.getBytes(UTF_8), null, null, null).orElseThrow().getFirst().events(NOW);
    }

    private static PipelineEvent.DeploymentSaid deployment(List<PipelineEvent> said) {
        assertThat(said).hasSize(1);
        return (PipelineEvent.DeploymentSaid) said.getFirst();
    }
}
