package dev.holdfast.integrations.argocd;

import static dev.holdfast.integrations.Wire.text;

import dev.holdfast.deployments.Deployment;
import dev.holdfast.integrations.PipelineEvent;
import dev.holdfast.integrations.Versions;
import dev.holdfast.integrations.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A sync of an application. Whoever sets up the notification writes its body: ours is flat, others send the whole
 * application, or only the result of the sync, which does not say where it went.
 */
record ArgoSync(JsonNode body, Instant receivedAt) {

    List<PipelineEvent> events() {
        var sources = sources();
        var status = status();
        var revision = revision();
        if (sources.isEmpty() || status == null || revision == null) return List.of();
        var began = Wire.instant(first(body.path("startedAt"), operation().path("startedAt")));
        var ended = Wire.instant(first(body.path("finishedAt"), operation().path("finishedAt")));
        var over = status != Deployment.Status.STARTED;
        var finishedAt = over ? Objects.requireNonNullElse(ended, receivedAt) : null;
        var startedAt = began == null ? Objects.requireNonNullElse(finishedAt, receivedAt) : began;
        var image = image();
        return List.of(new PipelineEvent.DeploymentSaid(
                sources, id(sources.getFirst(), revision, began), version(image, revision), environment(), place(), false, status,
                Deployment.Kind.PLANNED, startedAt, finishedAt, deployer(), commit(revision), image == null ? null : image.digest()));
    }

    private List<String> sources() {
        return Stream.of(
                        first(body.path("app"), app().path("metadata").path("name")),
                        first(body.path("repository"), body.path("source").path("repoURL"), app().path("spec").path("source").path("repoURL")))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The result of a sync alone is sent when it succeeded. */
    private Deployment.@Nullable Status status() {
        var phase = first(body.path("phase"), operation().path("phase"));
        if (phase == null) return body.path("resources").isArray() ? Deployment.Status.SUCCEEDED : null;
        return switch (phase) {
            case "Running" -> Deployment.Status.STARTED;
            case "Succeeded" -> Deployment.Status.SUCCEEDED;
            case "Failed", "Error" -> Deployment.Status.FAILED;
            default -> null;
        };
    }

    /** Of an application with several sources, all of them together. */
    private @Nullable String revision() {
        var sync = app().path("status").path("sync");
        var single = first(operation().path("syncResult").path("revision"), body.path("revision"), sync.path("revision"));
        if (single != null) return single;
        var several = Stream.of(operation().path("syncResult").path("revisions"), body.path("revisions"), sync.path("revisions"))
                .filter(revisions -> revisions.isArray() && !revisions.isEmpty())
                .findFirst();
        return several.map(revisions -> String.join("+", revisions.valueStream().map(Wire::text).filter(Objects::nonNull).toList()))
                .filter(revisions -> !revisions.isEmpty())
                .orElse(null);
    }

    /** Where the sync does not say when it began, one of a revision is like another. */
    private static String id(String source, String revision, @Nullable Instant began) {
        return "argo-" + Wire.digest(source + " " + revision + " " + began, 24);
    }

    private String version(@Nullable Image image, String revision) {
        var said = text(body.path("version"));
        if (said != null) return said;
        return image == null || image.tag() == null ? revision : image.tag();
    }

    /** Where there is one alone; of several nobody knows which is meant. */
    private @Nullable Image image() {
        var images = Stream.of(body.path("images"), app().path("status").path("summary").path("images"))
                .filter(JsonNode::isArray)
                .findFirst()
                .map(found -> found.valueStream().map(Wire::text).filter(Objects::nonNull).map(Image::of).toList())
                .orElse(List.of());
        return images.size() == 1 ? images.getFirst() : null;
    }

    private record Image(@Nullable String tag, @Nullable String digest) {

        static Image of(String reference) {
            var parts = reference.split("@", 2);
            var name = parts[0].substring(parts[0].lastIndexOf('/') + 1);
            var colon = name.indexOf(':');
            return new Image(colon < 0 ? null : name.substring(colon + 1), parts.length == 2 ? parts[1] : null);
        }
    }

    private @Nullable String environment() {
        return first(body.path("environment"), body.path("labels").path("environment"), app().path("metadata").path("labels").path("environment"));
    }

    private @Nullable String place() {
        var destination = body.path("destination").isObject() ? body.path("destination") : app().path("spec").path("destination");
        return first(body.path("destination"), body.path("namespace"), destination.path("namespace"), destination.path("name"));
    }

    private @Nullable String deployer() {
        var by = body.path("initiatedBy").isObject() ? body.path("initiatedBy") : operation().path("operation").path("initiatedBy");
        return first(body.path("initiatedBy"), by.path("username"));
    }

    private static @Nullable String commit(String revision) {
        return revision.matches("[0-9a-f]{40}|[0-9a-f]{64}") && !Versions.isVersion(revision) ? revision : null;
    }

    private JsonNode app() {
        if (body.path("app").isObject()) return body.path("app");
        return body.path("metadata").isObject() ? body : body.path("application");
    }

    private JsonNode operation() {
        return body.path("operationState").isObject() ? body.path("operationState") : app().path("status").path("operationState");
    }

    private static @Nullable String first(JsonNode... values) {
        return Stream.of(values).map(Wire::text).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
