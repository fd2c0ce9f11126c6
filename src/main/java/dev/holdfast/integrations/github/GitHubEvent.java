package dev.holdfast.integrations.github;

import static dev.holdfast.integrations.Wire.text;

import dev.holdfast.deployments.Commit;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.integrations.PipelineEvent;
import dev.holdfast.integrations.Versions;
import dev.holdfast.integrations.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One webhook of GitHub: what it says, in our words; nothing where it is about something else. */
record GitHubEvent(String event, JsonNode body, Instant receivedAt) {

    static final String RULE = "deployment_protection_rule";

    private static final String NOWHERE = "0000000000000000000000000000000000000000";
    private static final int LONGEST_MESSAGE = 500;

    /** What runs are about that nobody releases. */
    private static final Set<String> NOT_RELEASED = Set.of("pull_request", "pull_request_target", "merge_group", "issue_comment", "issues");

    List<PipelineEvent> events() {
        if (repository() == null) return List.of();
        return switch (event) {
            case "deployment", "deployment_status" -> deployment().stream().toList();
            case RULE -> question().stream().toList();
            case "push" -> push().stream().toList();
            case "workflow_run" -> run().stream().toList();
            case "workflow_job" -> job().stream().toList();
            default -> List.of();
        };
    }

    private Optional<PipelineEvent> deployment() {
        var deployment = body.path("deployment");
        var status = body.path("deployment_status");
        var said = new DeploymentWords(deployment, status, text(body.path("workflow_run").path("id")) != null);
        var state = said.state();
        var commit = text(deployment.path("sha"));
        var id = text(deployment.path("id"));
        if (state == null || commit == null || id == null || said.isTransient()) return Optional.empty();
        var at = said.at(receivedAt);
        return Optional.of(new PipelineEvent.DeploymentSaid(
                sources(), "github-" + id, said.version(commit), said.environment(), null, said.isInProduction(), state, said.kind(),
                said.startedAt(at), state == Deployment.Status.STARTED ? null : at, said.deployer(text(body.path("sender").path("login"))), commit,
                said.artifactDigest()));
    }

    /** A job waits at a custom deployment protection rule. */
    private Optional<PipelineEvent> question() {
        var deployment = body.path("deployment");
        var environment = or(text(body.path("environment")), text(deployment.path("environment")));
        var commit = or(or(text(body.path("sha")), text(deployment.path("sha"))), text(body.path("workflow_run").path("head_sha")));
        var url = text(body.path("deployment_callback_url"));
        var installation = text(body.path("installation").path("id"));
        if (!"requested".equals(text(body.path("action"))) || environment == null || commit == null || url == null || installation == null) {
            return Optional.empty();
        }
        var ref = or(text(body.path("ref")), text(deployment.path("ref")));
        return Optional.of(new PipelineEvent.DeploymentAsked(
                sources(), Versions.of(ref, commit), environment, deployment.path("production_environment").asBoolean(false), commit,
                text(body.path("sender").path("login")), text(body.path("workflow_run").path("html_url")),
                Map.of(
                        GitHubGate.REPOSITORY, String.valueOf(repository()), GitHubGate.ENVIRONMENT, environment,
                        GitHubGate.INSTALLATION, installation, GitHubGate.URL, url)));
    }

    private static @Nullable String or(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private Optional<PipelineEvent> push() {
        var head = text(body.path("after"));
        if (head == null || head.equals(NOWHERE) || body.path("deleted").asBoolean(false)) return Optional.empty();
        var commits = body.path("commits").valueStream().map(this::commit).toList();
        return commits.isEmpty() ? Optional.empty() : Optional.of(new PipelineEvent.CommitsSaid(sources(), head, commits));
    }

    private Optional<PipelineEvent> run() {
        var run = body.path("workflow_run");
        var workflows = Stream.of(text(run.path("name")), file(text(run.path("path"))), base(file(text(run.path("path")))))
                .filter(Objects::nonNull)
                .toList();
        return NOT_RELEASED.contains(String.valueOf(text(run.path("event"))))
                ? Optional.empty()
                : ended(run, workflows, null, "updated_at", run.path("head_commit"));
    }

    private Optional<PipelineEvent> job() {
        var job = body.path("workflow_job");
        var workflow = text(job.path("workflow_name"));
        var name = text(job.path("name"));
        return name == null
                ? Optional.empty()
                : ended(job, workflow == null ? List.of() : List.of(workflow), name, "completed_at", job.path("head_commit"));
    }

    private Optional<PipelineEvent> ended(
            JsonNode activity, List<String> workflows, @Nullable String job, String endedAt, JsonNode head) {
        var conclusion = text(activity.path("conclusion"));
        var commit = text(activity.path("head_sha"));
        var branch = text(activity.path("head_branch"));
        var completed = "completed".equals(text(body.path("action"))) || "completed".equals(text(activity.path("status")));
        if (!completed || conclusion == null || commit == null || isLeftOut(conclusion)) return Optional.empty();
        if (!Versions.isReleased(branch, text(body.path("repository").path("default_branch")))) return Optional.empty();
        var at = Wire.instant(text(activity.path(endedAt)));
        return Optional.of(new PipelineEvent.BuildSaid(
                sources(), Versions.of(branch, commit), commit, null, at == null ? receivedAt : at,
                head.isObject() ? List.of(commit(head)) : List.of(new Commit(commit, null, null, null, null)),
                new PipelineEvent.Activity(workflows, job, conclusion.equals("success"))));
    }

    /** What was not tried neither passed nor failed. */
    private static boolean isLeftOut(String conclusion) {
        return Set.of("skipped", "neutral", "cancelled", "stale", "action_required").contains(conclusion);
    }

    private Commit commit(JsonNode commit) {
        var author = commit.path("author");
        var login = text(author.path("username"));
        var message = text(commit.path("message"));
        return new Commit(
                String.valueOf(text(commit.path("id"))), login == null ? text(author.path("name")) : login, null,
                Wire.instant(text(commit.path("timestamp"))), message == null ? null : Wire.cut(message, LONGEST_MESSAGE));
    }

    private List<String> sources() {
        return List.of(String.valueOf(repository()));
    }

    private @Nullable String repository() {
        return text(body.path("repository").path("full_name"));
    }

    private static @Nullable String file(@Nullable String path) {
        if (path == null) return null;
        var withoutRef = path.replaceFirst("@.*$", "");
        return withoutRef.substring(withoutRef.lastIndexOf('/') + 1);
    }

    private static @Nullable String base(@Nullable String file) {
        return file == null ? null : file.replaceFirst("\\.ya?ml$", "");
    }
}
