package dev.holdfast.integrations.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.deployments.Deployment;
import dev.holdfast.integrations.PipelineEvent;
import dev.holdfast.integrations.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubEventTest {

    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final String SHA = "5f1e9a0c3b7d4e2f8a6b1c0d9e8f7a6b5c4d3e2f";

    private static final String STATUS = """
            {"action": "created", "something": {"new": [1]},
             "deployment_status": {"id": 71, "state": "%s", "environment": "production", "created_at": "2026-11-02T10:05:00Z"},
             "deployment": {"id": 4711, "sha": "%s", "ref": "%s", "task": "%s", "payload": %s, "environment": "production",
                            "production_environment": true, "created_at": "2026-11-02T09:00:00+01:00", "creator": {"login": "dan"}%s},
             "repository": {"full_name": "acme/bedroom", "default_branch": "main"}, "sender": {"login": "dan"}}
            """;

    @ParameterizedTest
    @CsvSource(
            textBlock = """
            success,     SUCCEEDED
            failure,     FAILED
            error,       FAILED
            in_progress, STARTED
            pending,     STARTED
            queued,      STARTED
            waiting,     nothing
            inactive,    nothing
            dreaming,    nothing
            """)
    void aStatusSaysHowFarItCame(String state, String expected) {
        var said = said("deployment_status", STATUS.formatted(state, SHA, "main", "deploy", "{}", ""));

        assertThat(said.isEmpty() ? "nothing" : deployment(said).status().name()).isEqualTo(expected);
    }

    @Test
    void aProtectionRuleAsks() {
        var body = """
                {"action": "requested", "environment": "live", "sha": "%s", "ref": "refs/tags/v1.418", "deployment": {"id": 5},
                 "deployment_callback_url": "https://api.github.com/repos/acme/bedroom/actions/runs/17/deployment_protection_rule",
                 "repository": {"full_name": "acme/bedroom"}, "sender": {"login": "dan"}, "installation": {"id": 4711}}
                """.formatted(SHA);

        assertThat(said("deployment_protection_rule", body)).containsExactly(new PipelineEvent.DeploymentAsked(
                List.of("acme/bedroom"), "v1.418", "live", false, SHA, "dan", null, Map.of(
                        GitHubGate.REPOSITORY, "acme/bedroom", GitHubGate.ENVIRONMENT, "live", GitHubGate.INSTALLATION, "4711", GitHubGate.URL,
                        "https://api.github.com/repos/acme/bedroom/actions/runs/17/deployment_protection_rule")));
        assertThat(said("deployment_protection_rule", body.replace("\"installation\": {\"id\": 4711}", "\"a\": 1"))).isEmpty();
    }

    @Test
    void whatIsSaidOfADeploymentIsAllThere() {
        var said = deployment(said("deployment_status", STATUS.formatted("success", SHA, "main", "deploy", "{}", "")));

        assertThat(said).isEqualTo(new PipelineEvent.DeploymentSaid(
                List.of("acme/bedroom"), "github-4711", SHA, "production", null, true, Deployment.Status.SUCCEEDED, Deployment.Kind.PLANNED,
                Instant.parse("2026-11-02T08:00:00Z"), Instant.parse("2026-11-02T10:05:00Z"), "dan", SHA, null));
    }

    /** It may have waited at a gate since it was made. */
    @Test
    void whatActionsMakesBeginsWhenItIsInProgress() {
        var byActions = ", \"performed_via_github_app\": {\"slug\": \"github-actions\"}";

        assertThat(said("deployment", STATUS.formatted("x", SHA, "main", "deploy", "{}", byActions).replace("deployment_status\"", "other\"")))
                .isEmpty();
        assertThat(said("deployment_status", STATUS.formatted("queued", SHA, "main", "deploy", "{}", byActions))).isEmpty();
        assertThat(deployment(said("deployment_status", STATUS.formatted("in_progress", SHA, "main", "deploy", "{}", byActions))).startedAt())
                .isEqualTo("2026-11-02T10:05:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            main             | {}                                    | deploy          | -        | PLANNED
            v1.418           | {}                                    | deploy          | v1.418   | PLANNED
            refs/tags/1.4.18 | {}                                    | deploy:rollback | 1.4.18   | ROLLBACK
            main             | {"version": "1.419"}                  | deploy          | 1.419    | PLANNED
            main             | "{\\"version\\": 420, \\"kind\\": \\"hotfix\\"}" | deploy | 420      | HOTFIX
            main             | "not JSON"                            | deploy          | -        | PLANNED
            """)
    void theVersionIsWhatThePayloadOrATagSaysElseTheCommit(String ref, String payload, String task, String version, Deployment.Kind kind) {
        var said = deployment(said("deployment_status", STATUS.formatted("success", SHA, ref, task, payload, "")));

        assertThat(said.version()).isEqualTo(version.equals("-") ? SHA : version);
        assertThat(said.kind()).isEqualTo(kind);
    }

    @Test
    void anEnterpriseServerThatSaysLessIsUnderstood() {
        var said = deployment(said("deployment_status", """
                {"deployment_status": {"id": 2, "state": "success", "created_at": "2026-11-02T10:05:00Z"},
                 "deployment": {"id": 2, "sha": "%s", "environment": "live", "creator": {"login": "dan"}}, "repository": {"full_name": "acme/bedroom"}}
                """.formatted(SHA)));

        assertThat(said.environment()).isEqualTo("live");
        assertThat(said.startedAt()).isEqualTo("2026-11-02T10:05:00Z");
    }

    @Test
    void aPushBringsItsCommits() {
        var said = said("push", """
                {"ref": "refs/heads/main", "before": "a", "after": "%s", "created": false, "deleted": false,
                 "commits": [{"id": "c1", "timestamp": "2026-03-29T01:30:00+01:00", "message": "Softer pillows", "author": {"name": "Dan", "username": "dan"}},
                             {"id": "%1$s", "timestamp": "2026-03-29T03:30:00+02:00", "message": "More", "author": {"name": "Eve"}}],
                 "repository": {"full_name": "acme/bedroom", "pushed_at": 1774744200}}
                """.formatted(SHA));

        assertThat(said).singleElement().isInstanceOfSatisfying(PipelineEvent.CommitsSaid.class, push -> {
            assertThat(push.head()).isEqualTo(SHA);
            assertThat(push.commits()).extracting("author").containsExactly("dan", "Eve");
            assertThat(push.commits()).extracting("at")
                    .containsExactly(Instant.parse("2026-03-29T00:30:00Z"), Instant.parse("2026-03-29T01:30:00Z"));
        });
    }

    @Test
    void aBranchThatIsDeletedSaysNothing() {
        assertThat(said("push", """
                {"ref": "refs/heads/x", "after": "0000000000000000000000000000000000000000", "deleted": true, "commits": [],
                 "repository": {"full_name": "acme/bedroom"}}
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock = """
            completed, success,   push,         main,        true
            completed, failure,   push,         main,        false
            completed, timed_out, push,         main,        false
            completed, success,   push,         release/1.4, true
            completed, success,   push,         v1.4.0,      true
            completed, success,   push,         feature/x,   nothing
            completed, success,   pull_request, main,        nothing
            completed, cancelled, push,         main,        nothing
            completed, skipped,   push,         main,        nothing
            requested, ,          push,         main,        nothing
            """)
    void aRunThatEndedOnWhatIsReleasedIsABuild(String action, String conclusion, String event, String branch, String passed) {
        var said = said("workflow_run", """
                {"action": "%s", "workflow_run": {"id": 9, "run_attempt": 1, "name": "Release it", "path": ".github/workflows/release.yml@main",
                 "head_sha": "%s", "head_branch": "%s", "event": "%s", "status": "%1$s", "conclusion": %s, "updated_at": "2026-11-02T11:00:00Z",
                 "head_commit": {"id": "%2$s", "message": "Softer", "timestamp": "2026-11-02T10:00:00Z", "author": {"name": "Dan"}}},
                 "repository": {"full_name": "acme/bedroom", "default_branch": "main"}}
                """.formatted(action, SHA, branch, event, conclusion == null ? "null" : '"' + conclusion + '"'));

        if (passed.equals("nothing")) {
            assertThat(said).isEmpty();
        } else {
            assertThat(said).singleElement().isInstanceOfSatisfying(PipelineEvent.BuildSaid.class, build -> {
                assertThat(build.activity()).isEqualTo(new PipelineEvent.Activity(
                        List.of("Release it", "release.yml", "release"), null, Boolean.parseBoolean(passed)));
                assertThat(build.builtAt()).isEqualTo("2026-11-02T11:00:00Z");
                assertThat(build.commits()).singleElement().extracting("author").isEqualTo("Dan");
            });
        }
    }

    @Test
    void aJobIsAnActivityOfItsWorkflow() {
        var said = said("workflow_job", """
                {"action": "completed", "workflow_job": {"id": 3, "workflow_name": "release", "name": "end-to-end", "head_sha": "%s", "head_branch": "main",
                 "status": "completed", "conclusion": "success", "completed_at": "2026-11-02T11:00:00Z"},
                 "repository": {"full_name": "acme/bedroom", "default_branch": "main"}}
                """.formatted(SHA));

        assertThat(said).singleElement().isInstanceOfSatisfying(PipelineEvent.BuildSaid.class, build ->
                assertThat(build.activity()).isEqualTo(new PipelineEvent.Activity(List.of("release"), "end-to-end", true)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ping              | {"zen": "Keep it", "hook_id": 1}
            star              | {"repository": {"full_name": "acme/bedroom"}}
            deployment_status | {"repository": {"full_name": "acme/bedroom"}}
            deployment_status | {"deployment": 7, "deployment_status": [], "repository": {"full_name": "acme/bedroom"}}
            push              | {"repository": {"full_name": "acme/bedroom"}}
            workflow_run      | {"action": "completed", "workflow_run": null, "repository": {"full_name": "acme/bedroom"}}
            """)
    void whatIsNotUnderstoodSaysNothing(String event, String body) {
        assertThat(said(event, body)).isEmpty();
    }

    private static List<PipelineEvent> said(String event, String body) {
        return new GitHubEvent(event, Wire.json(body.getBytes(UTF_8)).orElseThrow(), NOW).events();
    }

    private static PipelineEvent.DeploymentSaid deployment(List<PipelineEvent> said) {
        assertThat(said).hasSize(1);
        return (PipelineEvent.DeploymentSaid) said.getFirst();
    }
}
