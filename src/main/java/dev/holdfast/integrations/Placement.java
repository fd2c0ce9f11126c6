package dev.holdfast.integrations;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.Pipelines.Report;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Unprocessable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds where an event belongs and records it there. */
@Component
class Placement {

    private static final String NO_ANSWERS = "It waits for an answer, and its integration has no app or API to give it with.";

    private final Documents documents;
    private final RememberedStore remembered;
    private final ReceivedStore store;
    private final Recording recording;
    private final Clock clock;
    private volatile Repositories repositories = new Repositories(-1, Map.of());

    private record Repositories(long revision, Map<String, ServiceName> services) {}

    Placement(Documents documents, RememberedStore remembered, ReceivedStore store, Recording recording, Clock clock) {
        this.documents = documents;
        this.remembered = remembered;
        this.store = store;
        this.recording = recording;
        this.clock = clock;
    }

    /** Why it cannot be placed; empty where it was recorded. */
    Optional<String> place(Pipeline pipeline, PipelineEvent said) {
        var reports = new ArrayList<Report>();
        var why = place(pipeline, said, agreed(pipeline), reports);
        record(reports);
        return why;
    }

    /** What is remembered of the pipeline's names. */
    Agreed agreed(Pipeline pipeline) {
        return remembered.of(pipeline.name());
    }

    /**
     * The same, but for deployments, which are gathered to be recorded together, at the latest before anything else is.
     *
     * @param reports those that are not recorded yet
     */
    Optional<String> place(Pipeline pipeline, PipelineEvent said, Agreed agreed, List<Report> reports) {
        if (!(said instanceof PipelineEvent.DeploymentSaid)) record(reports);
        return documents.holding(() -> {
            var view = documents.at(clock.instant());
            var service = Placing.service(said, pipeline, agreed, view, repositories(view));
            return switch (said) {
                case PipelineEvent.CommitsSaid commits -> {
                    store.keepPush(pipeline.name(), commits.source(), commits.head(), commits.commits(), clock.instant());
                    service.ifPresent(it -> recording.commits(pipeline, commits, it));
                    yield Optional.<String>empty();
                }
                case PipelineEvent.BuildSaid build -> service.isEmpty() ? noService(said) : built(pipeline, build, service.get());
                case PipelineEvent.DeploymentSaid deployment -> {
                    var environment = Placing.environment(deployment, pipeline, agreed);
                    if (service.isEmpty()) yield noService(said);
                    if (environment.isEmpty()) yield Optional.of("It does not say which environment this is.");
                    reports.add(recording.report(pipeline, deployment, service.get(), environment.get()));
                    yield Optional.<String>empty();
                }
                case PipelineEvent.DeploymentAsked asked -> {
                    if (service.isEmpty()) yield noService(said);
                    if (!recording.answers(pipeline)) yield Optional.of(NO_ANSWERS);
                    recording.asked(pipeline, asked, service.get(), Placing.environment(asked, pipeline, agreed));
                    yield Optional.<String>empty();
                }
            };
        });
    }

    void record(List<Report> reports) {
        recording.deployed(reports);
        reports.clear();
    }

    private Optional<String> built(Pipeline pipeline, PipelineEvent.BuildSaid build, ServiceName service) {
        recording.built(pipeline, build, service);
        return Optional.empty();
    }

    /** Records it where somebody says that it belongs, and answers the environment; empty where it is about none. */
    String placeIn(Pipeline pipeline, PipelineEvent said, ServiceName service, @Nullable String given) {
        switch (said) {
            case PipelineEvent.CommitsSaid commits -> recording.commits(pipeline, commits, service);
            case PipelineEvent.BuildSaid build -> recording.built(pipeline, build, service);
            case PipelineEvent.DeploymentSaid deployment -> {
                var environment = Optional.ofNullable(given)
                        .or(() -> Placing.environment(deployment, pipeline, remembered.of(pipeline.name())))
                        .orElseThrow(() -> Unprocessable.of("environment", "REQUIRED", "Say which environment this is."));
                recording.deployed(List.of(recording.report(pipeline, deployment, service, environment)));
                return environment;
            }
            case PipelineEvent.DeploymentAsked asked -> {
                if (!recording.answers(pipeline)) throw new Conflict("STATE", NO_ANSWERS);
                var environment = given == null ? Placing.environment(asked, pipeline, remembered.of(pipeline.name())) : given;
                recording.asked(pipeline, asked, service, environment);
                return environment;
            }
        }
        return "";
    }

    /** The service that it would be placed with. */
    Optional<ServiceName> service(Pipeline pipeline, PipelineEvent said) {
        var view = documents.at(clock.instant());
        return Placing.service(said, pipeline, remembered.of(pipeline.name()), view, repositories(view));
    }

    private static Optional<String> noService(PipelineEvent said) {
        return Optional.of("No service is known as %s.".formatted(said.source()));
    }

    private Map<String, ServiceName> repositories(CatalogueView view) {
        var known = repositories;
        var revision = documents.revision();
        if (known.revision() != revision) {
            known = new Repositories(revision, Placing.repositories(view.services()));
            repositories = known;
        }
        return known.services();
    }
}
