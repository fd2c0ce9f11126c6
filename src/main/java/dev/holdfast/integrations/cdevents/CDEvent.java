package dev.holdfast.integrations.cdevents;

import static dev.holdfast.integrations.Wire.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.deployments.Commit;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.integrations.PipelineEvent;
import dev.holdfast.integrations.Versions;
import dev.holdfast.integrations.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A CDEvent of any version of the specification: told apart by subject and predicate, whatever the version of its type.
 *
 * @param id by its own source, id and type; those of the CloudEvent around it are made anew by some senders
 */
record CDEvent(JsonNode body, String type, @Nullable String id) {

    private static final String PREFIX = "dev.cdevents.";

    static CDEvent of(JsonNode body, @Nullable String envelopeId, @Nullable String envelopeSource, @Nullable String envelopeType) {
        var context = body.path("context");
        var type = either(text(context.path("type")), envelopeType);
        var id = either(text(context.path("id")), envelopeId);
        var source = either(text(context.path("source")), envelopeSource);
        return new CDEvent(body, type == null ? "unknown" : type, id == null ? null : "%s %s %s".formatted(source, id, type));
    }

    byte[] bytes() {
        return body.toString().getBytes(UTF_8);
    }

    List<PipelineEvent> events(Instant receivedAt) {
        var said = Wire.instant(text(body.path("context").path("timestamp")));
        var at = said == null ? receivedAt : said;
        var event = switch (subjectAndPredicate()) {
            case "service.deployed", "service.upgraded" -> deployed(Deployment.Kind.PLANNED, at);
            case "service.rolledback" -> deployed(Deployment.Kind.ROLLBACK, at);
            case "artifact.packaged", "artifact.published" -> artifact(at);
            case "pipelinerun.finished" -> run(at);
            default -> Optional.<PipelineEvent>empty();
        };
        return event.stream().toList();
    }

    /** {@code dev.cdevents.service.deployed.0.2.0} without what changes from one version to the next. */
    private String subjectAndPredicate() {
        if (!type.startsWith(PREFIX)) return "";
        var parts = type.substring(PREFIX.length()).split("\\.");
        return parts.length < 2 ? "" : parts[0] + "." + parts[1];
    }

    private Optional<PipelineEvent> deployed(Deployment.Kind kind, Instant at) {
        var artifact = Artifact.of(text(content().path("artifactId")));
        var version = either(text(custom().path("version")), artifact == null ? null : artifact.version());
        var digest = artifact == null ? null : artifact.digest();
        if (id == null || version == null && digest == null) return Optional.empty();
        return Optional.of(new PipelineEvent.DeploymentSaid(
                sources(text(subject().path("id")), artifact), "cdevents-" + Wire.digest(id, 24), version, text(content().path("environment").path("id")), null,
                false, Deployment.Status.SUCCEEDED, kind, at, at, either(text(custom().path("deployer")), text(content().path("user"))), null, digest));
    }

    private Optional<PipelineEvent> artifact(Instant at) {
        var artifact = Artifact.of(text(subject().path("id")));
        if (artifact == null) return Optional.empty();
        var version = either(either(text(custom().path("version")), artifact.version()), artifact.digest());
        if (version == null) return Optional.empty();
        var change = text(content().path("change").path("id"));
        return Optional.of(new PipelineEvent.BuildSaid(
                sources(null, artifact), version, change, artifact.digest(), at,
                change == null ? List.of() : List.of(new Commit(change, text(content().path("user")), null, null, null)), null));
    }

    /** Which version it ran on, a run tells only in what its sender adds: Jenkins' plugin adds parameters and the commit. */
    private Optional<PipelineEvent> run(Instant at) {
        var build = custom().path("build");
        var scm = build.path("scmState");
        var commit = either(text(scm.path("commit")), text(custom().path("commit")));
        var given = Stream.of(custom().path("version"), build.path("parameters").path("VERSION"), build.path("parameters").path("version"))
                .map(Wire::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var version = given != null || commit == null ? given : Versions.of(text(scm.path("branch")), commit);
        var name = either(text(content().path("pipelineName")), text(subject().path("id")));
        var outcome = String.valueOf(text(content().path("outcome")));
        if (version == null || name == null || outcome.startsWith("cancel") || outcome.equals("null")) return Optional.empty();
        var repository = text(scm.path("url"));
        var sources = Stream.of(repository, name, source()).filter(Objects::nonNull).toList();
        return Optional.of(new PipelineEvent.BuildSaid(
                sources, version, commit, null, at, commit == null ? List.of() : List.of(new Commit(commit, null, null, null, null)),
                new PipelineEvent.Activity(List.of(name), null, outcome.equals("success"))));
    }

    private List<String> sources(@Nullable String subject, @Nullable Artifact artifact) {
        var sources = Stream.of(subject, artifact == null ? null : artifact.name(), source()).filter(Objects::nonNull).distinct().toList();
        return sources.isEmpty() ? List.of("unknown") : sources;
    }

    private @Nullable String source() {
        var own = text(subject().path("source"));
        return own == null ? text(body.path("context").path("source")) : own;
    }

    private JsonNode subject() {
        return body.path("subject");
    }

    private JsonNode content() {
        return subject().path("content");
    }

    private JsonNode custom() {
        return body.path("customData");
    }

    private static @Nullable String either(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
