package dev.holdfast.integrations;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.GateQuestion;
import dev.holdfast.changes.Inquiries;
import dev.holdfast.changes.Pipelines;
import dev.holdfast.changes.Pipelines.Report;
import dev.holdfast.deployments.Build;
import dev.holdfast.deployments.Commit;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.Deployments;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands on what was placed, with what earlier deliveries said of it, in the caller's transaction. */
@Component
class Recording {

    private final Pipelines pipelines;
    private final Deployments deployments;
    private final Inquiries inquiries;
    private final Forges forges;
    private final ReceivedStore store;

    Recording(Pipelines pipelines, Deployments deployments, Inquiries inquiries, Forges forges, ReceivedStore store) {
        this.pipelines = pipelines;
        this.deployments = deployments;
        this.inquiries = inquiries;
        this.forges = forges;
        this.store = store;
    }

    /** Only the last activity before production, and what was built well, make a build known. */
    void built(Pipeline pipeline, PipelineEvent.BuildSaid said, ServiceName service) {
        var activity = said.activity();
        var decides = activity != null && pipeline.isLastBeforeProduction(activity);
        if (activity != null && !decides && (activity.job() != null || !activity.passed())) return;
        var passed = activity != null && decides && store.isLatest(service, said.version(), said.builtAt()) ? (Boolean) activity.passed() : null;
        if (said.artifactDigest() != null) store.keepArtifact(service, said.artifactDigest(), said.version());
        pipelines.built(new Build(service, said.version(), said.builtAt(), commits(pipeline, said), passed, Map.of()), pipeline.by());
    }

    /** A push may come after the build that was made of it. */
    void commits(Pipeline pipeline, PipelineEvent.CommitsSaid said, ServiceName service) {
        deployments.build(service, said.head())
                .filter(build -> build.commits().size() < said.commits().size())
                .ifPresent(build -> pipelines.built(
                        new Build(service, build.version(), build.builtAt(), said.commits(), null, Map.of()), pipeline.by()));
    }

    /** What is to be recorded of a deployment, with whatever else was said of others. */
    Report report(Pipeline pipeline, PipelineEvent.DeploymentSaid said, ServiceName service, String environment) {
        return new Report(
                new Deployment(
                        said.id(), service, version(said, service), environment, said.status(), said.kind(), null, said.startedAt(), said.finishedAt(),
                        said.deployer(), said.commit(), said.artifactDigest(), null, null),
                pipeline.by());
    }

    void deployed(List<Report> reports) {
        if (!reports.isEmpty()) pipelines.deployed(reports);
    }

    boolean answers(Pipeline pipeline) {
        return forges.has(pipeline.name().value());
    }

    /** The gate is asked for it, now and until it is decided. */
    void asked(Pipeline pipeline, PipelineEvent.DeploymentAsked asked, ServiceName service, String environment) {
        var question = new GateQuestion(
                service, asked.version(), environment, asked.deployer(), null, asked.commit(), asked.pipelineUrl(), null);
        var address = forges.write(new Forges.ReturnAddress(pipeline.name().value(), asked.returnAddress()));
        inquiries.keep(question, new Inquiries.Ear(pipeline.from().word(), address, null), pipeline.by());
    }

    private String version(PipelineEvent.DeploymentSaid said, ServiceName service) {
        if (said.version() != null) return said.version();
        var digest = said.artifactDigest();
        return digest == null ? said.id() : store.versionOf(service, digest).orElse(digest);
    }

    private List<Commit> commits(Pipeline pipeline, PipelineEvent.BuildSaid said) {
        return said.commit() == null ? said.commits() : pushed(pipeline, said, said.commit(), said.commits());
    }

    private List<Commit> pushed(Pipeline pipeline, PipelineEvent.BuildSaid said, String head, List<Commit> otherwise) {
        return store.pushed(pipeline.name(), said.source(), head).filter(commits -> !commits.isEmpty()).orElse(otherwise);
    }
}
