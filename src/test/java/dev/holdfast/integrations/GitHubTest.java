package dev.holdfast.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Build;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.Deployments;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** From what GitHub sends to what is kept: whatever comes twice, late, unsigned or about something else. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=" + Pipes.TOKEN)
class GitHubTest {

    private static final ServiceName LAMP = new ServiceName("hub-lamp");

    @LocalServerPort
    int port;

    @Autowired
    Deployments deployments;

    private Api holdfast;
    private Pipes github;
    private final String sha = UUID.randomUUID().toString().replace("-", "") + "00000000";

    @BeforeEach
    void aServiceAndItsRepository() {
        holdfast = new Api("http://localhost:" + port, Pipes.TOKEN);
        github = new Pipes(holdfast, "a secret of hub");
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: hub-team}
                spec: {kind: product, members: []}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: hub-lamp}
                spec: {kind: digital, owner: hub-team, lifecycle: live}
                ---
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: hub}
                spec:
                  from: github
                  secret: a secret of hub
                  sources: {acme/lamp: hub-lamp}
                  environments: {shop: production}
                  preProduction: {workflow: release}
                """).expect(200);
    }

    @Test
    void aDeploymentIsOneWhateverComesTwiceOrInDisorder() {
        var delivery = UUID.randomUUID().toString();
        github.github("hub", "deployment_status", status("success", 10, 5)).expect(202);
        var first = github.github("hub", "deployment_status", delivery, status("in_progress", 10, 1)).expect(202);
        var again = github.github("hub", "deployment_status", delivery, status("in_progress", 10, 1)).expect(200);

        assertThat(again.text()).isEqualTo(first.text()).contains("recorded");
        assertThat(deployments.of(LAMP, sha, "production")).singleElement().satisfies(it -> {
            assertThat(it.status()).isEqualTo(Deployment.Status.SUCCEEDED);
            assertThat(it.startedAt()).isEqualTo("2026-11-02T10:01:00Z");
            assertThat(it.finishedAt()).isEqualTo("2026-11-02T10:05:00Z");
        });
    }

    @Test
    void theWorkflowBeforeProductionPassesABuildWithItsCommits() {
        github.github("hub", "workflow_run", run("tests", "success", 9)).expect(202);
        assertThat(build().preProductionPassed()).isNull();

        github.github("hub", "workflow_run", run("release", "success", 11)).expect(202);
        github.github("hub", "workflow_run", run("release", "failure", 10)).expect(202);
        github.github("hub", "push", """
                {"ref": "refs/heads/main", "after": "%s", "commits": [
                  {"id": "c1", "timestamp": "2026-11-02T08:00:00Z", "message": "One", "author": {"username": "dan"}},
                  {"id": "%1$s", "timestamp": "2026-11-02T08:30:00Z", "message": "Two", "author": {"username": "eve"}}],
                 "repository": {"full_name": "acme/lamp"}}
                """.formatted(sha)).expect(202);

        assertThat(build().preProductionPassed()).isTrue();
        assertThat(build().builtAt()).isEqualTo("2026-11-02T09:00:00Z");
        assertThat(build().commits()).extracting("author").containsExactly("dan", "eve");
    }

    @Test
    void whoDoesNotSignIsNobody() {
        var body = status("success", 10, 5);
        var event = new String[] {"X-GitHub-Event", "deployment_status", "X-GitHub-Delivery", "1", "X-Hub-Signature-256"};

        for (var signature : new String[] {"sha256=" + github.hmac(body + " "), "sha1=abc", "sha256="}) {
            var headers = Arrays.copyOf(event, 6);
            headers[5] = signature;
            github.send("/hooks/github/hub", body, headers).expect(401);
        }
        github.send("/hooks/github/hub", body).expect(401);
        github.github("nobodys", "deployment_status", body).expect(401);
        assertThat(deployments.of(LAMP, sha, "production")).isEmpty();
    }

    @Test
    void whatIsSignedIsNeverRefusedUnlessItIsNoJson() {
        github.github("hub", "ping", "{\"zen\": \"Keep it\"}").expect(202);
        github.github("hub", "deployment_status", "{}").expect(202);
        github.github("hub", "something_new", "{\"a\": [1, {}]}").expect(202);
        github.github("hub", "push", "{").expect(400);
        github.github("hub", "push", "[]").expect(400);
    }

    @Test
    void aFormCarriesTheSame() {
        var form = "payload=" + URLEncoder.encode(status("success", 10, 5), StandardCharsets.UTF_8);

        github.send("/hooks/github/hub", form, "Content-Type", "application/x-www-form-urlencoded", "X-GitHub-Event", "deployment_status",
                "X-GitHub-Delivery", UUID.randomUUID().toString(), "X-Hub-Signature-256", "sha256=" + github.hmac(form)).expect(202);

        assertThat(deployments.of(LAMP, sha, "production")).hasSize(1);
    }

    @Test
    void theSecretIsNeverShown() {
        assertThat(holdfast.get("/api/v1/catalogue/export").text()).doesNotContain("a secret of hub");
    }

    private Build build() {
        return deployments.build(LAMP, sha).orElseThrow();
    }

    private String status(String state, int hour, int minute) {
        return """
                {"deployment_status": {"state": "%s", "created_at": "2026-11-02T%02d:%02d:00Z"}, "workflow_run": {"id": 1},
                 "deployment": {"id": %d, "sha": "%s", "ref": "main", "environment": "shop", "created_at": "2026-11-02T08:00:00Z"},
                 "repository": {"full_name": "acme/lamp"}, "sender": {"login": "dan"}}
                """.formatted(state, hour, minute, Math.abs(sha.hashCode()), sha);
    }

    private String run(String workflow, String conclusion, int hour) {
        return """
                {"action": "completed", "workflow_run": {"id": 9, "name": "%s", "head_sha": "%s", "head_branch": "main", "event": "push",
                 "conclusion": "%s", "updated_at": "2026-11-02T%02d:00:00Z"}, "repository": {"full_name": "acme/lamp", "default_branch": "main"}}
                """.formatted(workflow, sha, conclusion, hour);
    }
}
