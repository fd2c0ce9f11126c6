package dev.holdfast.integrations.devlake;

import static dev.holdfast.integrations.Wire.text;

import dev.holdfast.deployments.Deployment;
import dev.holdfast.integrations.PipelineEvent;
import dev.holdfast.integrations.Versions;
import dev.holdfast.integrations.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A deployment as clients of DevLake's webhook tell it: of one repository or of several at once. */
record DevLakeDeployment(JsonNode body, Instant receivedAt) {

    List<PipelineEvent> events() {
        var id = text(body.path("id"));
        var events = new ArrayList<PipelineEvent>();
        var commits = body.path("deploymentCommits").valueStream().filter(JsonNode::isObject).toList();
        for (var commit : commits) {
            if (id != null && text(commit.path("commitSha")) != null) events.add(deployment(commits.size() == 1 ? id : id + "-" + (events.size() + 1), commit));
        }
        return events;
    }

    private PipelineEvent deployment(String id, JsonNode of) {
        var commit = String.valueOf(text(of.path("commitSha")));
        var ended = Wire.instant(first(of.path("finishedDate"), body.path("finishedDate")));
        var began = Wire.instant(first(of.path("startedDate"), body.path("startedDate"), body.path("createdDate")));
        var status = status(first(of.path("result"), body.path("result")), ended);
        var finishedAt = status == Deployment.Status.STARTED ? null : Objects.requireNonNullElse(ended, receivedAt);
        var startedAt = began == null ? Objects.requireNonNullElse(finishedAt, receivedAt) : began;
        return new PipelineEvent.DeploymentSaid(
                sources(of), id, Versions.of(text(of.path("refName")), commit), environment(), null, false, status, Deployment.Kind.PLANNED,
                startedAt, finishedAt, null, commit, null);
    }

    private List<String> sources(JsonNode commit) {
        var sources = Stream.of(text(commit.path("repoUrl")), text(commit.path("name")), text(body.path("name")), text(body.path("displayTitle")))
                .filter(Objects::nonNull)
                .toList();
        return sources.isEmpty() ? List.of("unknown") : sources;
    }

    /** What says no result is under way until it says when it ended. */
    private static Deployment.Status status(@Nullable String result, @Nullable Instant ended) {
        if (result == null) return ended == null ? Deployment.Status.STARTED : Deployment.Status.SUCCEEDED;
        return switch (result.toUpperCase(Locale.ROOT)) {
            case "SUCCESS" -> Deployment.Status.SUCCEEDED;
            case "FAILURE", "FAILED", "ABORT", "ABORTED", "CANCELED", "CANCELLED", "ERROR", "TIMEOUT" -> Deployment.Status.FAILED;
            default -> ended == null ? Deployment.Status.STARTED : Deployment.Status.FAILED;
        };
    }

    /** Production, where it says none. */
    private String environment() {
        var said = text(body.path("environment"));
        return said == null ? Deployment.PRODUCTION : said.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String first(JsonNode... values) {
        return Stream.of(values).map(Wire::text).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
