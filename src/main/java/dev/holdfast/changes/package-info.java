/**
 * How changes reach production (rule 17). A <em>template</em> is agreed once and lets the changes that it covers pass
 * without a meeting; whatever else is raised waits for a change manager. The <em>gate</em> answers a pipeline before it
 * deploys, by facts alone: the same question has the same answer while they stand, an answer that lets through is signed,
 * and it never stops a rollback. Builds and deployments come in through {@link dev.holdfast.changes.Pipelines}, which
 * raises, closes and marks changes in the transaction in which they are recorded. Whoever does not wait for the gate leaves
 * an <em>inquiry</em>, whose decision a {@link dev.holdfast.changes.GateTeller} tells when it is made.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "quantities", "rows", "postgres", "http", "tables", "access", "ledger", "keys", "timers", "catalogue", "operatingmodel", "notification",
            "incidents", "deployments"
        })
package dev.holdfast.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
