/**
 * How fast and how safely changes reach users (M1 to M4, rule 12). An <em>arrival</em> is a deployment that went live in
 * production, with what became of it: how long its version took from build and commit when it came for the first time, whether it
 * failed and how soon that ended. Arrivals are rolled up by service and month, and their starts by day, as deployments,
 * builds and incidents are recorded; whatever came late or twice leaves the same rows as reckoning everything anew.
 * Measures are answered from those rows alone.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "quantities", "rows", "timers", "http", "access", "ledger", "catalogue", "operatingmodel", "incidents", "deployments", "changes"
        })
package dev.holdfast.throughput;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
