package dev.holdfast.integrations.gitlab;

import static dev.holdfast.integrations.Wire.text;

import dev.holdfast.deployments.Commit;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.integrations.PipelineEvent;
import dev.holdfast.integrations.Versions;
import dev.holdfast.integrations.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One webhook of GitLab: what it says, in our words. Old versions say less: no instant, and no id of the deployment. */
record GitLabEvent(JsonNode body, Instant receivedAt) {

    private static final String NOWHERE = "0000000000000000000000000000000000000000";
    private static final int LONGEST_MESSAGE = 500;
    private static final Set<String> NOT_RELEASED = Set.of("merge_request_event", "external_pull_request_event", "parent_pipeline");

    List<PipelineEvent> events() {
        if (project() == null) return List.of();
        return switch (String.valueOf(text(body.path("object_kind")))) {
            case "deployment" -> isBlocked() ? question().stream().toList() : deployment().map(List::<PipelineEvent>of).orElse(List.of());
            case "push" -> push().map(List::<PipelineEvent>of).orElse(List.of());
            case "pipeline" -> pipeline();
            case "build" -> job().map(List::<PipelineEvent>of).orElse(List.of());
            default -> List.of();
        };
    }

    private Optional<PipelineEvent> deployment() {
        var status = status();
        var commit = commitOfDeployment();
        var environment = text(body.path("environment"));
        if (status == null || commit == null || environment == null) return Optional.empty();
        var said = Wire.instant(text(body.path("status_changed_at")));
        var at = said == null ? receivedAt : said;
        return Optional.of(new PipelineEvent.DeploymentSaid(
                sources(), id(commit, environment), Versions.of(text(body.path("ref")), commit), environment, null,
                "production".equals(text(body.path("environment_tier"))), status, Deployment.Kind.PLANNED, at,
                status == Deployment.Status.STARTED ? null : at, text(body.path("user").path("username")), commit, null));
    }

    private boolean isBlocked() {
        return "blocked".equals(text(body.path("status")));
    }

    /** A job waits: for an approval, where its environment is protected so, else for somebody who starts it. */
    private Optional<PipelineEvent> question() {
        var commit = commitOfDeployment();
        var environment = text(body.path("environment"));
        var project = body.path("project").path("id");
        var deployment = body.path("deployment_id");
        if (commit == null || environment == null || !project.isIntegralNumber() || !deployment.isIntegralNumber()) return Optional.empty();
        return Optional.of(new PipelineEvent.DeploymentAsked(
                sources(), Versions.of(text(body.path("ref")), commit), environment, "production".equals(text(body.path("environment_tier"))), commit,
                text(body.path("user").path("username")), text(body.path("deployable_url")),
                Map.of(GitLabGate.PROJECT, project.asString(), GitLabGate.DEPLOYMENT, deployment.asString())));
    }

    private Deployment.@Nullable Status status() {
        return switch (String.valueOf(text(body.path("status")))) {
            case "started", "running" -> Deployment.Status.STARTED;
            case "success" -> Deployment.Status.SUCCEEDED;
            case "failed", "canceled" -> Deployment.Status.FAILED;
            default -> null;
        };
    }

    /** Only an address has all of it. */
    private @Nullable String commitOfDeployment() {
        var address = text(body.path("commit_url"));
        return address == null ? text(body.path("short_sha")) : address.substring(address.lastIndexOf('/') + 1);
    }

    private String id(String commit, String environment) {
        var id = text(body.path("deployment_id"));
        if (id != null) return "gitlab-" + id;
        var job = text(body.path("deployable_id"));
        if (job != null) return "gitlab-job-" + job;
        var address = text(body.path("deployable_url"));
        return "gitlab-" + Wire.digest(project() + " " + environment + " " + (address == null ? commit : address), 24);
    }

    private Optional<PipelineEvent> push() {
        var head = text(body.path("after"));
        var commits = body.path("commits").valueStream().map(this::commit).toList();
        return head == null || head.equals(NOWHERE) || commits.isEmpty()
                ? Optional.empty()
                : Optional.of(new PipelineEvent.CommitsSaid(sources(), head, commits));
    }

    /** The pipeline itself, and each job of it that ended. */
    private List<PipelineEvent> pipeline() {
        var pipeline = body.path("object_attributes");
        var commit = text(pipeline.path("sha"));
        var ref = text(pipeline.path("ref"));
        if (commit == null || NOT_RELEASED.contains(String.valueOf(text(pipeline.path("source")))) || !isReleased(pipeline, ref)) return List.of();
        var workflows = Stream.of(text(pipeline.path("name")), "pipeline").filter(Objects::nonNull).toList();
        var head = body.path("commit").isObject() ? commit(body.path("commit")) : new Commit(commit, null, null, null, null);
        var ended = new ArrayList<PipelineEvent>();
        for (var job : body.path("builds")) {
            passed(text(job.path("status"))).ifPresent(passed -> ended.add(built(
                    Versions.of(ref, commit), commit, text(job.path("finished_at")), head,
                    new PipelineEvent.Activity(workflows, text(job.path("name")), passed))));
        }
        passed(text(pipeline.path("status"))).ifPresent(passed -> ended.add(built(
                Versions.of(ref, commit), commit, text(pipeline.path("finished_at")), head, new PipelineEvent.Activity(workflows, null, passed))));
        return ended;
    }

    private Optional<PipelineEvent> job() {
        var commit = text(body.path("sha"));
        var name = text(body.path("build_name"));
        var ref = text(body.path("ref"));
        if (commit == null || name == null || !isReleased(body, ref)) return Optional.empty();
        return passed(text(body.path("build_status"))).map(passed -> built(
                Versions.of(ref, commit), commit, text(body.path("build_finished_at")), new Commit(commit, null, null, null, null),
                new PipelineEvent.Activity(List.of("pipeline"), name, passed)));
    }

    private boolean isReleased(JsonNode pipeline, @Nullable String ref) {
        return pipeline.path("tag").asBoolean(false) || Versions.isReleased(ref, text(body.path("project").path("default_branch")));
    }

    private static Optional<Boolean> passed(@Nullable String status) {
        if ("success".equals(status)) return Optional.of(true);
        return "failed".equals(status) ? Optional.of(false) : Optional.empty();
    }

    private PipelineEvent built(String version, String commit, @Nullable String endedAt, Commit head, PipelineEvent.Activity activity) {
        var at = Wire.instant(endedAt);
        return new PipelineEvent.BuildSaid(sources(), version, commit, null, at == null ? receivedAt : at, List.of(head), activity);
    }

    private Commit commit(JsonNode commit) {
        var message = text(commit.path("message"));
        return new Commit(
                String.valueOf(text(commit.path("id"))), text(commit.path("author").path("name")), null,
                Wire.instant(text(commit.path("timestamp"))), message == null ? null : Wire.cut(message, LONGEST_MESSAGE));
    }

    private List<String> sources() {
        return List.of(String.valueOf(project()));
    }

    /** Job events of old versions name the project with spaces around the slash. */
    private @Nullable String project() {
        var path = text(body.path("project").path("path_with_namespace"));
        var name = text(body.path("project_name"));
        return path != null || name == null ? path : name.replace(" / ", "/").replace(' ', '-');
    }
}
