package dev.holdfast.integrations.flux;

import static dev.holdfast.integrations.Wire.text;

import dev.holdfast.deployments.Deployment;
import dev.holdfast.integrations.PipelineEvent;
import dev.holdfast.integrations.Versions;
import dev.holdfast.integrations.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event of Flux: a Kustomization or HelmRelease that brings a revision into the cluster. Which environment the cluster
 * is, it says in metadata that is set on its Alert, or else the namespace may tell.
 */
record FluxEvent(JsonNode body, Instant receivedAt) {

    private static final Set<String> DEPLOYED = Set.of("Kustomization", "HelmRelease");

    /** What went wrong before anything was brought there. */
    private static final Set<String> NOT_BEGUN = Set.of("DependencyNotReady", "ArtifactFailed", "ArtifactNotReady", "UninstallFailed", "UninstallSucceeded");

    List<PipelineEvent> events() {
        var object = body.path("involvedObject");
        var name = text(object.path("name"));
        var status = status();
        var revision = revision();
        if (name == null || status == null || revision == null || !DEPLOYED.contains(String.valueOf(text(object.path("kind"))))) return List.of();
        var namespace = text(object.path("namespace"));
        var said = Wire.instant(text(body.path("timestamp")));
        var at = said == null ? receivedAt : said;
        var source = namespace == null ? name : namespace + "/" + name;
        return List.of(new PipelineEvent.DeploymentSaid(
                List.of(source, name), "flux-" + Wire.digest(source + " " + revision, 24), version(revision), first("environment", "env"), place(namespace), false,
                status, reason().startsWith("Rollback") ? Deployment.Kind.ROLLBACK : Deployment.Kind.PLANNED, at,
                status == Deployment.Status.STARTED ? null : at, "flux", commit(revision), null));
    }

    String reason() {
        return String.valueOf(text(body.path("reason")));
    }

    private Deployment.@Nullable Status status() {
        var reason = reason();
        if (NOT_BEGUN.contains(reason)) return null;
        if (reason.endsWith("Succeeded")) return Deployment.Status.SUCCEEDED;
        if (reason.endsWith("Failed") || "error".equals(text(body.path("severity")))) return Deployment.Status.FAILED;
        return reason.startsWith("Progressing") ? Deployment.Status.STARTED : null;
    }

    private @Nullable String revision() {
        return metadata("revision");
    }

    private @Nullable String place(@Nullable String namespace) {
        var cluster = first("cluster");
        return cluster == null ? namespace : cluster;
    }

    private @Nullable String first(String... keys) {
        return Stream.of(keys).map(this::metadata).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** By its whole key, or behind the group of whoever set it: {@code kustomize.toolkit.fluxcd.io/revision}. */
    private @Nullable String metadata(String key) {
        return Wire.plain(body.path("metadata")).entrySet().stream()
                .filter(entry -> entry.getKey().equals(key) || entry.getKey().endsWith("/" + key))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private String version(String revision) {
        var app = metadata("app-version");
        if (app != null) return app;
        var at = revision.indexOf('@');
        var named = at > 0 ? revision.substring(0, at) : revision;
        if (Versions.isVersion(named.replaceFirst("\\+.*$", ""))) return named;
        var commit = commit(revision);
        return commit == null ? revision : commit;
    }

    /** {@code main@sha1:731f…}, {@code sha1:731f…}, or {@code main/731f…} of old versions. */
    private static @Nullable String commit(String revision) {
        var commit = revision.replaceFirst("^.*[:/@]", "");
        return commit.matches("[0-9a-f]{7,64}") ? commit : null;
    }
}
