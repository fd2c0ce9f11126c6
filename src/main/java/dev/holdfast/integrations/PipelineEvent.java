package dev.holdfast.integrations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.holdfast.deployments.Commit;
import dev.holdfast.deployments.Deployment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a pipeline says, in our words but for the names of what it is about and where, which are still the sender's. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "said")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PipelineEvent.BuildSaid.class, name = "build"),
    @JsonSubTypes.Type(value = PipelineEvent.CommitsSaid.class, name = "commits"),
    @JsonSubTypes.Type(value = PipelineEvent.DeploymentSaid.class, name = "deployment"),
    @JsonSubTypes.Type(value = PipelineEvent.DeploymentAsked.class, name = "question")
})
public sealed interface PipelineEvent {

    /** The names by which the sender knows what this is about, the most particular one first; never empty. */
    List<String> sources();

    @JsonIgnore
    default String source() {
        return sources().getFirst();
    }

    /**
     * A version was built, or an activity on it ended.
     *
     * @param commit the head of what was built
     * @param activity what ended, where the sender names it
     */
    record BuildSaid(
            List<String> sources, String version, @Nullable String commit, @Nullable String artifactDigest, Instant builtAt, List<Commit> commits,
            @Nullable Activity activity) implements PipelineEvent {

        public BuildSaid {
            sources = List.copyOf(sources);
            commits = List.copyOf(commits);
        }
    }

    /** A workflow that ended, or one job of it; some senders know a workflow by several names. */
    record Activity(List<String> workflows, @Nullable String job, boolean passed) {

        public Activity {
            workflows = List.copyOf(workflows);
        }
    }

    /** Commits came to where builds are made of, up to this head. */
    record CommitsSaid(List<String> sources, String head, List<Commit> commits) implements PipelineEvent {

        public CommitsSaid {
            sources = List.copyOf(sources);
            commits = List.copyOf(commits);
        }
    }

    /**
     * A deployment began or ended.
     *
     * @param version null where the sender knows only the digest of the artifact
     * @param environment as the sender names it; null where it names none
     * @param place a namespace, project or cluster, which names an environment only where that is agreed
     * @param inProduction whether the sender itself says that this is production
     */
    record DeploymentSaid(
            List<String> sources, String id, @Nullable String version, @Nullable String environment, @Nullable String place, boolean inProduction,
            Deployment.Status status, Deployment.Kind kind, Instant startedAt, @Nullable Instant finishedAt, @Nullable String deployer,
            @Nullable String commit, @Nullable String artifactDigest) implements PipelineEvent {

        public DeploymentSaid {
            sources = List.copyOf(sources);
        }
    }

    /**
     * A deployment waits until it is told whether it may begin.
     *
     * @param environment as the sender names it
     * @param returnAddress what the sender needs to know which of its deployments an answer is for, in its words
     */
    record DeploymentAsked(
            List<String> sources, String version, String environment, boolean inProduction, String commit, @Nullable String deployer,
            @Nullable String pipelineUrl, Map<String, String> returnAddress) implements PipelineEvent {

        public DeploymentAsked {
            sources = List.copyOf(sources);
            returnAddress = Map.copyOf(returnAddress);
        }
    }
}
