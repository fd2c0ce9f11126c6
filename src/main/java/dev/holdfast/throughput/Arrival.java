package dev.holdfast.throughput;

import dev.holdfast.deployments.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deployment that went live in production, and what became of it (rule 12).
 *
 * @param leadTime since the first build of its version; null unless its version arrives for the first time and its build is known; below zero where the clocks differ
 * @param commitTimes since each commit that it was the first to bring
 * @param recovery from going live to the end of its failure; null where it did not fail, or the end is not known
 */
record Arrival(
        Instant at, Instant startedAt, boolean succeeded, Deployment.Kind kind, @Nullable Duration leadTime, List<Duration> commitTimes,
        boolean failed, @Nullable Duration recovery) {

    Arrival {
        commitTimes = List.copyOf(commitTimes);
    }

    /** Counted for frequency, lead time and coupling: going back to what was there before brings nothing new. */
    boolean isForward() {
        return succeeded && kind != Deployment.Kind.ROLLBACK;
    }
}
