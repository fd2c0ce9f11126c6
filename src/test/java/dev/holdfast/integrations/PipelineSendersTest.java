package dev.holdfast.integrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.Deployments;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Every sender, from its door to a deployment that is kept: once, however often it is sent. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=" + Pipes.TOKEN)
class PipelineSendersTest {

    private static final ServiceName BED = new ServiceName("sent-bed");
    private static final String SHA = "5f1e9a0c3b7d4e2f8a6b1c0d9e8f7a6b5c4d3e2f";

    @LocalServerPort
    int port;

    @Autowired
    Deployments deployments;

    private Api holdfast;
    private Pipes pipes;

    @BeforeEach
    void aServiceAndAnIntegrationOfEachSender() {
        holdfast = new Api("http://localhost:" + port, Pipes.TOKEN);
        pipes = new Pipes(holdfast, "a secret of all");
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: sent-team}
                spec: {kind: product, members: []}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: sent-bed}
                spec: {kind: digital, owner: sent-team, lifecycle: live, links: {repository: "https://git.example/sent/bed.git"}}
                """).expect(200);
        for (var from : new String[] {"gitlab", "cdevents", "jenkins", "argo-cd", "flux", "devlake"}) {
            holdfast.apply("""
                    apiVersion: holdfast.dev/v1
                    kind: Integration
                    metadata: {name: sent-%s}
                    spec: {from: %1$s, secret: a secret of all, sources: {bed: sent-bed, shop/bed: sent-bed}, environments: {shop-live: production},
                           preProduction: {workflow: bed}}
                    """.formatted(from)).expect(200);
        }
    }

    @Test
    void gitLab() {
        var body = """
                {"object_kind": "deployment", "status": "success", "status_changed_at": "2026-03-29 01:30:00 +0100", "deployment_id": 15,
                 "environment": "prod", "project": {"path_with_namespace": "sent/bed"}, "ref": "v1.1", "commit_url": "https://git.example/c/%s"}
                """.formatted(SHA);

        var first = pipes.send("/hooks/gitlab/sent-gitlab", body, "X-Gitlab-Token", "a secret of all", "Idempotency-Key", "g-1").expect(202);
        var again = pipes.send("/hooks/gitlab/sent-gitlab", body, "X-Gitlab-Token", "a secret of all", "Idempotency-Key", "g-1").expect(200);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(live("v1.1").at()).isEqualTo("2026-03-29T00:30:00Z");
        pipes.send("/hooks/gitlab/sent-gitlab", body, "X-Gitlab-Token", "another").expect(401);
        pipes.send("/hooks/gitlab/sent-gitlab", "{\"object_kind\": \"emoji\"}", "X-Gitlab-Token", "a secret of all").expect(202);
    }

    @Test
    void cdEventsStructuredAndBinary() {
        var event = """
                {"context": {"specversion": "0.5.1", "id": "%s", "source": "/ci", "type": "dev.cdevents.service.deployed.0.3.0", "timestamp": "2026-11-02T10:00:00Z"},
                 "subject": {"id": "bed", "content": {"environment": {"id": "live"}, "artifactId": "pkg:oci/bed@%s"}}}
                """;
        var structured = "{\"specversion\": \"1.0\", \"id\": \"x\", \"source\": \"/ci\", \"type\": \"dev.cdevents.service.deployed.0.3.0\", \"data\": %s}"
                .formatted(event.formatted("c-1", "2.1"));

        pipes.send("/hooks/cdevents/sent-cdevents", structured, "Content-Type", "application/cloudevents+json", "Authorization", "Bearer a secret of all")
                .expect(202);
        pipes.send("/hooks/cdevents/sent-cdevents", event.formatted("c-1", "2.1"), "ce-specversion", "1.0", "ce-id", "made-anew", "ce-source", "/ci",
                "ce-type", "dev.cdevents.service.deployed.0.3.0", "Authorization", "Bearer a secret of all").expect(200);
        pipes.withToken("/hooks/cdevents/sent-cdevents", event.formatted("c-2", "2.2")).expect(202);
        pipes.withToken("/hooks/cdevents/sent-cdevents", "{").expect(400);

        assertThat(live("2.1").isInProduction()).isTrue();
        assertThat(live("2.2").status()).isEqualTo(Deployment.Status.SUCCEEDED);
    }

    @Test
    void cdEventsByDigestAreTheVersionThatWasPublished() {
        var digest = "sha256:0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427";
        var event = """
                {"context": {"version": "0.4.1", "id": "%s", "source": "/ci", "type": "dev.cdevents.%s", "timestamp": "2026-11-02T10:00:00Z"},
                 "subject": {"id": "%s", "source": "shop/bed", "content": {"environment": {"id": "prod"}, "artifactId": "%s"}}}
                """;
        var purl = "pkg:oci/bed@" + digest.replace(":", "%3A");

        pipes.withToken("/hooks/cdevents/sent-cdevents", event.formatted("p-1", "artifact.published.0.2.0", purl + "?tag=2.7", "")).expect(202);
        pipes.withToken("/hooks/cdevents/sent-cdevents", event.formatted("p-2", "service.deployed.0.2.0", "bed", purl)).expect(202);

        assertThat(live("2.7").artifactDigest()).isEqualTo(digest);
    }

    @Test
    void jenkinsAsItReallySpeaks() {
        var event = """
                {"context": {"version": "0.1.0", "id": "j-1", "source": "job/bed/31/", "type": "dev.cdevents.pipelinerun.finished.0.1.0"},
                 "subject": {"id": "31", "content": {"pipelineName": "bed", "outcome": "success"}},
                 "customData": {"build": {"parameters": {"VERSION": "3.1"}, "scmState": {"url": "https://git.example/sent/bed.git", "commit": "%s"}}}}
                """.formatted(SHA);
        var body = "CloudEvent{id='7', source=job/bed/31/, type='dev.cdevents.pipelinerun.finished.0.1.0', data=BytesCloudEventData{value="
                + Arrays.toString(event.getBytes(UTF_8)) + "}, extensions={}}";

        var answer = pipes.send("/hooks/jenkins/sent-jenkins?token=a%20secret+of%20all", body, "Content-Type", "application/json").expect(200);

        assertThat(answer.at("/result")).isEqualTo("recorded");
        assertThat(deployments.build(BED, "3.1").orElseThrow().preProductionPassed()).isTrue();
        pipes.send("/hooks/jenkins/sent-jenkins?token=nonsense", body, "Content-Type", "application/json").expect(401);
    }

    @Test
    void argoCd() {
        var body = """
                {"app": "bed", "environment": null, "destination": "shop-live", "phase": "%s", "revision": "%s", "images": ["r.example/bed:4.1"],
                 "startedAt": "2026-11-02T10:00:00Z", "finishedAt": "2026-11-02T10:05:00Z"}
                """;

        pipes.withToken("/hooks/argo-cd/sent-argo-cd", body.formatted("Succeeded", SHA)).expect(202);
        pipes.withToken("/hooks/argo-cd/sent-argo-cd", body.formatted("Running", SHA)).expect(202);
        pipes.withToken("/hooks/argo-cd/sent-argo-cd", body.formatted("Running", SHA)).expect(200);

        assertThat(live("4.1").status()).isEqualTo(Deployment.Status.SUCCEEDED);
    }

    @Test
    void flux() {
        var body = """
                {"involvedObject": {"kind": "HelmRelease", "namespace": "shop", "name": "bed"}, "severity": "info", "reason": "UpgradeSucceeded",
                 "metadata": {"helm.toolkit.fluxcd.io/revision": "5.1", "env": "prod"}, "timestamp": "2026-11-02T10:05:00Z"}
                """;

        pipes.send("/hooks/flux/sent-flux", body, "X-Signature", "sha256=" + pipes.hmac(body)).expect(202);
        pipes.withToken("/hooks/flux/sent-flux", body).expect(200);
        pipes.send("/hooks/flux/sent-flux", body, "X-Signature", "sha256=" + pipes.hmac(body + " ")).expect(401);

        assertThat(live("5.1").isInProduction()).isTrue();
    }

    @Test
    void fluxThatDoesNotSayWhereWaits() {
        var body = """
                {"involvedObject": {"kind": "HelmRelease", "namespace": "shop", "name": "bed"}, "severity": "info", "reason": "UpgradeSucceeded",
                 "metadata": {"helm.toolkit.fluxcd.io/revision": "5.2"}}
                """;

        assertThat(pipes.withToken("/hooks/flux/sent-flux", body).expect(202).at("/result")).isEqualTo("waiting");
    }

    @Test
    void devLake() {
        var body = """
                {"id": "bed-61", "result": "SUCCESS", "environment": "PRODUCTION", "startedDate": "2026-11-02T10:00:00+00:00",
                 "finishedDate": "2026-11-02T10:05:00+00:00", "deploymentCommits": [{"repoUrl": "https://git.example/sent/bed", "refName": "v6.1", "commitSha": "%s"}]}
                """.formatted(SHA);

        pipes.withToken("/hooks/devlake/sent-devlake/deployments", body).expect(200);
        pipes.withToken("/hooks/devlake/sent-devlake/issues", "{\"issueKey\": \"X-1\"}").expect(200);
        pipes.withToken("/hooks/devlake/sent-devlake/issue/X-1/close", "").expect(200);
        pipes.send("/hooks/devlake/sent-devlake/deployments", body).expect(401);

        assertThat(live("v6.1").id()).isEqualTo("bed-61");
    }

    @Test
    void aSecretOpensOnlyTheDoorOfItsOwnSender() {
        pipes.withToken("/hooks/devlake/sent-flux/deployments", "{}").expect(401);
        pipes.github("sent-gitlab", "push", "{}").expect(401);
    }

    @Test
    void whatBelongsToAlertsIsRefusedOfAPipelineAndTheOtherWayRound() {
        for (var spec : new String[] {
            "{from: github, key: senders123456789abcdef0123456789}", "{from: github, routes: []}", "{from: alertmanager, service: sent-bed, secret: 12345678}",
            "{service: sent-bed, sources: {a: sent-bed}}", "{from: gitlab, secret: short}", "{from: github, sources: {a: no-such-service}}",
            "{from: flux, service: sent-bed, sources: {a: sent-bed}}", "{from: flux, app: {id: '1'}}", "{from: github, preProduction: {}}"
        }) {
            assertThat(holdfast.apply("apiVersion: holdfast.dev/v1\nkind: Integration\nmetadata: {name: sent-wrong}\nspec: " + spec).status())
                    .as(spec).isEqualTo(422);
        }
    }

    private Deployment live(String version) {
        var found = deployments.of(BED, version, "production");
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
