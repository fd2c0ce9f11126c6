package dev.holdfast.deployments;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which deployments are asked for; what is null does not matter. They are told by when they started, {@code to} excluded. */
public record DeploymentFilter(
        @Nullable Set<String> services, @Nullable String environment, @Nullable Instant from, @Nullable Instant to) {

    public DeploymentFilter {
        services = services == null ? null : Set.copyOf(services);
    }
}
