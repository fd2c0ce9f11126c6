package dev.holdfast.integrations.github;

import static dev.holdfast.integrations.Wire.text;

import dev.holdfast.deployments.Deployment;
import dev.holdfast.integrations.Versions;
import dev.holdfast.integrations.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A deployment of GitHub's and, where there is one, its status. One that Actions makes is there before it may begin: it
 * may still wait at a gate, so that only {@code in_progress} says that it began.
 */
record DeploymentWords(JsonNode deployment, JsonNode status, boolean inRun) {

    /** Null where it says nothing of a beginning or an end. */
    Deployment.@Nullable Status state() {
        var state = status.isObject() ? text(status.path("state")) : "created";
        return switch (state == null ? "" : state) {
            case "in_progress" -> Deployment.Status.STARTED;
            case "created", "pending", "queued" -> isByActions() ? null : Deployment.Status.STARTED;
            case "success" -> Deployment.Status.SUCCEEDED;
            case "failure", "error" -> Deployment.Status.FAILED;
            default -> null;
        };
    }

    Instant at(Instant receivedAt) {
        var said = Wire.instant(text((status.isObject() ? status : deployment).path("created_at")));
        return said == null ? receivedAt : said;
    }

    Instant startedAt(Instant at) {
        var created = Wire.instant(text(deployment.path("created_at")));
        return created == null || isByActions() || created.isAfter(at) ? at : created;
    }

    String version(String commit) {
        var said = text(payload().path("version"));
        return said == null ? Versions.of(text(deployment.path("ref")), commit) : said;
    }

    @Nullable String environment() {
        var said = text(deployment.path("environment"));
        return said == null ? text(status.path("environment")) : said;
    }

    boolean isInProduction() {
        return deployment.path("production_environment").asBoolean(false);
    }

    boolean isTransient() {
        return deployment.path("transient_environment").asBoolean(false);
    }

    Deployment.Kind kind() {
        var kind = text(payload().path("kind"));
        var word = (kind == null ? String.valueOf(text(deployment.path("task"))) : kind).toLowerCase(Locale.ROOT);
        if (word.contains("rollback")) return Deployment.Kind.ROLLBACK;
        return word.contains("hotfix") ? Deployment.Kind.HOTFIX : Deployment.Kind.PLANNED;
    }

    @Nullable String artifactDigest() {
        return text(payload().path("artifactDigest"));
    }

    @Nullable String deployer(@Nullable String sender) {
        var creator = text(deployment.path("creator").path("login"));
        return creator == null || creator.endsWith("[bot]") && sender != null ? sender : creator;
    }

    /** An object, or one written as a text. */
    private JsonNode payload() {
        var payload = deployment.path("payload");
        var written = text(payload);
        return written == null ? payload : Wire.json(written.getBytes(StandardCharsets.UTF_8)).orElse(payload);
    }

    private boolean isByActions() {
        return inRun
                || "github-actions".equals(text(deployment.path("performed_via_github_app").path("slug")))
                || "github-actions[bot]".equals(text(deployment.path("creator").path("login")));
    }
}
