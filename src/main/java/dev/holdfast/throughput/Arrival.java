package dev.holdfast.throughput;

import dev.holdfast.deployments.Deployment;

/**
 * A deployment that went live in production, and what became of it (rule 12). Instants and durations are milliseconds, since there
 * may be a million.
 *
 * @param leadTime since the first build of its version; unknown unless its version arrives for the first time and its build is known; below zero where the clocks differ
 * @param commitTimes since each commit that it was the first to bring
 * @param recovery from going live to the end of its failure; unknown where it did not fail, or the end is not known
 */
record Arrival(
        long at, long startedAt, boolean succeeded, Deployment.Kind kind, long leadTime, long[] commitTimes, boolean failed, long recovery) {

    /** In the place of a duration. */
    static final long UNKNOWN = Long.MIN_VALUE;

    /** Counted for frequency, lead time and coupling: going back to what was there before brings nothing new. */
    boolean isForward() {
        return succeeded && kind != Deployment.Kind.ROLLBACK;
    }
}
