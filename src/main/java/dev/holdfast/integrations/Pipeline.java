package dev.holdfast.integrations;

import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.alerts.Sender;
import dev.holdfast.catalogue.ServiceName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an Integration document says of a pipeline.
 *
 * @param service whose builds and deployments come by it, all of them; else {@code sources} and names tell
 * @param sources what the sender calls things, and the service that each is
 * @param environments what the sender calls environments, and what we do
 * @param preProduction the last activity before production; its success raises the change
 */
public record Pipeline(
        IntegrationName name, Sender from, @Nullable ServiceName service, Map<String, ServiceName> sources, Map<String, String> environments,
        @Nullable LastActivity preProduction) {

    public Pipeline {
        sources = Map.copyOf(sources);
        environments = Map.copyOf(environments);
    }

    /** A workflow, a job, or a job of a workflow. */
    public record LastActivity(@Nullable String workflow, @Nullable String job) {

        boolean is(PipelineEvent.Activity activity) {
            if (workflow != null && activity.workflows().stream().noneMatch(workflow::equalsIgnoreCase)) return false;
            return job == null ? activity.job() == null : job.equalsIgnoreCase(activity.job());
        }
    }

    boolean isLastBeforeProduction(PipelineEvent.Activity activity) {
        return preProduction != null && preProduction.is(activity);
    }

    /** As what it does is recorded. */
    String by() {
        return "integration:" + name;
    }
}
