package dev.holdfast.integrations;

import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline said of something that nobody could place.
 *
 * @param event what the sender calls it
 * @param suggestion the service that it most likely is
 */
public record UnplacedEvent(
        UUID id, String integration, Instant receivedAt, String event, PipelineEvent said, String why, @Nullable ServiceName suggestion) {

    public String source() {
        return said.source();
    }

    /** The environment as the sender names it, where it is about one. */
    public @Nullable String environment() {
        return switch (said) {
            case PipelineEvent.DeploymentSaid deployment -> either(deployment);
            case PipelineEvent.DeploymentAsked asked -> asked.environment();
            case PipelineEvent.BuildSaid _, PipelineEvent.CommitsSaid _ -> null;
        };
    }

    /** Whether it belongs to an environment. */
    public boolean isOfAnEnvironment() {
        return said instanceof PipelineEvent.DeploymentSaid || said instanceof PipelineEvent.DeploymentAsked;
    }

    private static @Nullable String either(PipelineEvent.DeploymentSaid deployment) {
        return deployment.environment() == null ? deployment.place() : deployment.environment();
    }

    UnplacedEvent suggesting(@Nullable ServiceName service) {
        return new UnplacedEvent(id, integration, receivedAt, event, said, why, service);
    }
}
