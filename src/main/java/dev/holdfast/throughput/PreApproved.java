package dev.holdfast.throughput;

import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What is agreed beforehand: filled by whoever keeps templates and changes. */
public interface PreApproved {

    /** Those of these services that have an active template at an instant. */
    Set<ServiceName> withTemplate(Collection<ServiceName> services, Instant at);

    /**
     * How many live production deployments of these services went as standard changes in each of the stretches between
     * these instants, the later end excluded.
     */
    List<Integer> standardDeployments(Collection<ServiceName> services, List<Instant> edges);
}
