package dev.holdfast.integrations.gitlab;

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

class GitLabEventTest {

    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final String SHA = "5f1e9a0c3b7d4e2f8a6b1c0d9e8f7a6b5c4d3e2f";
    private static final String ADDRESS = "https://git.example/acme/bedroom/-/commit/" + SHA;

    private static final String DEPLOYMENT = """
            {"object_kind": "deployment", "status": "%s", "status_changed_at": "%s", "deployment_id": 15, "deployable_id": 796,
             "deployable_url": "https://git.example/acme/bedroom/-/jobs/796", "environment": "live/eu", "environment_tier": "%s", "something": {"new": 1},
             "project": {"id": 30, "path_with_namespace": "acme/bedroom", "default_branch": "main"}, "short_sha": "5f1e9a0c", "ref": "%s",
             "user": {"username": "dan"}, "commit_url": "%s"}
            """;

    @ParameterizedTest
    @CsvSource(
            textBlock = """
            created,  nothing
            approved, nothing
            rejected, nothing
            started,  STARTED
            running,  STARTED
            success,  SUCCEEDED
            failed,   FAILED
            canceled, FAILED
            skipped,  nothing
            """)
    void aStatusSaysHowFarItCame(String status, String expected) {
        var said = said(DEPLOYMENT.formatted(status, "2026-11-02 10:05:00 +0000", "production", "main", ADDRESS));

        assertThat(said.isEmpty() ? "nothing" : deployment(said).status().name()).isEqualTo(expected);
    }

    /** The night of 29 March 2026, in which London's clocks go from 01:00 to 02:00. */
    @ParameterizedTest
    @CsvSource(
            textBlock = """
            2026-03-29 00:59:00 +0000, 2026-03-29T00:59:00Z
            2026-03-29 01:30:00 +0100, 2026-03-29T00:30:00Z
            2026-03-29 02:30:00 +0100, 2026-03-29T01:30:00Z
            2026-03-29 01:30:00 UTC,   2026-03-29T01:30:00Z
            2026-03-29 07:00:00 +0545, 2026-03-29T01:15:00Z
            2026-03-28T20:30:00-05:00, 2026-03-29T01:30:00Z
            2026-03-29T01:30:00.123Z,  2026-03-29T01:30:00.123Z
            2026-03-29 01:30:00,       2026-11-02T12:00:00Z
            0001-01-01 00:00:00 UTC,   2026-11-02T12:00:00Z
            ,                          2026-11-02T12:00:00Z
            """)
    void anInstantIsWhatItsOffsetSaysAndOneWithoutIsThatOfTheReceipt(String changedAt, Instant at) {
        var said = deployment(said(DEPLOYMENT.formatted("success", changedAt == null ? "" : changedAt, "production", "main", ADDRESS)));

        assertThat(said.finishedAt()).isEqualTo(at);
        assertThat(said.startedAt()).isEqualTo(at);
    }

    @Test
    void whatIsSaidOfADeploymentIsAllThere() {
        assertThat(deployment(said(DEPLOYMENT.formatted("running", "2026-11-02 10:05:00 +0100", "production", "v1.418", ADDRESS))))
                .isEqualTo(new PipelineEvent.DeploymentSaid(
                        List.of("acme/bedroom"), "gitlab-15", "v1.418", "live/eu", null, true, Deployment.Status.STARTED, Deployment.Kind.PLANNED,
                        Instant.parse("2026-11-02T09:05:00Z"), null, "dan", SHA, null));
    }

    @Test
    void aBlockedDeploymentAsks() {
        var said = said(DEPLOYMENT.formatted("blocked", "2026-11-02 10:05:00 +0100", "production", "v1.418", ADDRESS));

        assertThat(said).singleElement().isInstanceOfSatisfying(PipelineEvent.DeploymentAsked.class, asked -> {
            assertThat(asked.version()).isEqualTo("v1.418");
            assertThat(asked.commit()).isEqualTo(SHA);
            assertThat(asked.environment()).isEqualTo("live/eu");
            assertThat(asked.inProduction()).isTrue();
            assertThat(asked.deployer()).isEqualTo("dan");
            assertThat(asked.returnAddress()).containsOnlyKeys(GitLabGate.PROJECT, GitLabGate.DEPLOYMENT).containsEntry(GitLabGate.DEPLOYMENT, "15");
        });
    }

    @Test
    void anOldVersionThatSaysNeitherInstantNorIdIsUnderstood() {
        var old = """
                {"object_kind": "deployment", "status": "%s", "deployable_id": 796, "deployable_url": "https://git.example/acme/bedroom/-/jobs/796",
                 "environment": "staging", "project": {"path_with_namespace": "acme/bedroom"}, "short_sha": "5f1e9a0c", "commit_url": "%s"}
                """;
        var started = deployment(said(old.formatted("running", ADDRESS)));
        var ended = deployment(said(old.formatted("success", ADDRESS)));

        assertThat(started.id()).isEqualTo(ended.id()).isEqualTo("gitlab-job-796");
        assertThat(ended.finishedAt()).isEqualTo(NOW);
        assertThat(ended.version()).isEqualTo(SHA);
        assertThat(ended.inProduction()).isFalse();
    }

    @Test
    void aPipelineAndItsJobsAreActivities() {
        var said = said("""
                {"object_kind": "pipeline", "object_attributes": {"id": 31, "ref": "main", "tag": false, "sha": "%s", "status": "success", "source": "push",
                  "finished_at": "2026-03-29 02:30:00 +0100"},
                 "project": {"path_with_namespace": "acme/bedroom", "default_branch": "main"},
                 "commit": {"id": "%1$s", "message": "Softer", "timestamp": "2026-03-29T00:30:00Z", "author": {"name": "Dan"}},
                 "builds": [{"name": "end-to-end", "status": "success", "finished_at": "2026-03-29 02:20:00 +0100"}, {"name": "deploy", "status": "manual"}]}
                """.formatted(SHA));

        assertThat(said).extracting(event -> ((PipelineEvent.BuildSaid) event).activity()).containsExactly(
                new PipelineEvent.Activity(List.of("pipeline"), "end-to-end", true), new PipelineEvent.Activity(List.of("pipeline"), null, true));
        assertThat(said).extracting(event -> ((PipelineEvent.BuildSaid) event).builtAt())
                .containsExactly(Instant.parse("2026-03-29T01:20:00Z"), Instant.parse("2026-03-29T01:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock = """
            main,      push,                success, 1
            feature/x, push,                success, 0
            main,      merge_request_event, success, 0
            main,      push,                running, 0
            main,      push,                failed,  1
            """)
    void onlyWhatIsReleasedIsABuild(String ref, String source, String status, int builds) {
        assertThat(said("""
                {"object_kind": "pipeline", "object_attributes": {"ref": "%s", "sha": "%s", "status": "%s", "source": "%s"},
                 "project": {"path_with_namespace": "acme/bedroom", "default_branch": "main"}}
                """.formatted(ref, SHA, status, source))).hasSize(builds);
    }

    @Test
    void aJobAloneIsAnActivityToo() {
        assertThat(said("""
                {"object_kind": "build", "ref": "main", "sha": "%s", "build_name": "end-to-end", "build_status": "failed",
                 "build_finished_at": "2026-11-02 10:00:00 UTC", "project_name": "acme / bedroom"}
                """.formatted(SHA))).singleElement().isInstanceOfSatisfying(PipelineEvent.BuildSaid.class, build -> {
                    assertThat(build.source()).isEqualTo("acme/bedroom");
                    assertThat(build.activity()).isEqualTo(new PipelineEvent.Activity(List.of("pipeline"), "end-to-end", false));
                });
    }

    @Test
    void aPushBringsItsCommits() {
        assertThat(said("""
                {"object_kind": "push", "after": "%s", "ref": "refs/heads/main", "project": {"path_with_namespace": "acme/bedroom"},
                 "commits": [{"id": "%1$s", "message": "Softer", "timestamp": "2026-03-29T02:30:00+01:00", "author": {"name": "Dan"}}]}
                """.formatted(SHA))).singleElement().isInstanceOfSatisfying(PipelineEvent.CommitsSaid.class, push ->
                        assertThat(push.commits()).singleElement().extracting("at").isEqualTo(Instant.parse("2026-03-29T01:30:00Z")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}
            {"object_kind": "issue", "project": {"path_with_namespace": "acme/bedroom"}}
            {"object_kind": "deployment", "project": {"path_with_namespace": "acme/bedroom"}}
            {"object_kind": "pipeline", "object_attributes": [], "project": {"path_with_namespace": "acme/bedroom"}}
            """)
    void whatIsNotUnderstoodSaysNothing(String body) {
        assertThat(said(body)).isEmpty();
    }

    private static List<PipelineEvent> said(String body) {
        return new GitLabEvent(Wire.json(body.getBytes(UTF_8)).orElseThrow(), NOW).events();
    }

    private static PipelineEvent.DeploymentSaid deployment(List<PipelineEvent> said) {
        assertThat(said).hasSize(1);
        return (PipelineEvent.DeploymentSaid) said.getFirst();
    }
}
