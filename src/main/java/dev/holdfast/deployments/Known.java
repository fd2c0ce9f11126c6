package dev.holdfast.deployments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A deployment with what is known beside it.
 *
 * @param leadTime from the first build of its version; null where it is not known, not live, or came again
 * @param failure null where it did not fail, as far as deployments tell
 */
public record Known(Deployment deployment, @Nullable Build build, @Nullable Duration leadTime, @Nullable Failure failure) {

    /** Why it counts as failed, and by what that is known. */
    public record Failure(String why, @Nullable String by) {}

    static Known of(Deployment deployment, @Nullable Build build, @Nullable Instant firstLive, List<Deployment> cures) {
        return new Known(deployment, build, leadTime(deployment, build, firstLive), failure(deployment, cures));
    }

    /** When the version was built: as the deployment says, else as the build says. */
    public @Nullable Instant builtAt() {
        var said = deployment.builtAt();
        return said != null ? said : build == null ? null : build.builtAt();
    }

    private static @Nullable Duration leadTime(Deployment deployment, @Nullable Build build, @Nullable Instant firstLive) {
        if (!deployment.status().wasLive() || !deployment.at().equals(firstLive)) return null;
        var builtAt = build != null ? build.builtAt() : deployment.builtAt();
        return builtAt == null ? null : Duration.between(builtAt, deployment.at());
    }

    private static @Nullable Failure failure(Deployment deployment, List<Deployment> cures) {
        if (!deployment.status().wasLive()) return null;
        var cure = cures.stream().filter(each -> isCure(each, deployment)).findFirst();
        if (cure.isPresent()) return new Failure(cure.get().kind().word(), cure.get().id());
        return deployment.status() == Deployment.Status.ROLLED_BACK ? new Failure("rolled-back", null) : null;
    }

    private static boolean isCure(Deployment cure, Deployment deployment) {
        return cure.service().equals(deployment.service())
                && cure.environment().equals(deployment.environment())
                && !cure.id().equals(deployment.id())
                && cure.at().isAfter(deployment.startedAt())
                && (Objects.equals(cure.remediates(), deployment.id()) || Objects.equals(cure.remediates(), deployment.version()));
    }
}
