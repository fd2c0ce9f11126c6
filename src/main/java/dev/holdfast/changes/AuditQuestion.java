package dev.holdfast.changes;

import dev.holdfast.deployments.DeploymentFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the audit are asked for.
 *
 * @param population those that are audited
 * @param only of these, those of which this is true; null for all of them
 */
public record AuditQuestion(DeploymentFilter population, @Nullable Trait only) {

    public static AuditQuestion all(DeploymentFilter population) {
        return new AuditQuestion(population, null);
    }
}
