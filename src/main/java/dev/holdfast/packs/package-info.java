/**
 * The incident packs, a battle box of paper and files: one page for each domain that needs neither us nor a network. It
 * says of each service who owns it, who is on call for the next 72 hours and by which number, where its runbook is, what
 * it needs, what an hour costs. Made every hour by one node, signed so that anybody can verify it with the public key,
 * kept in the database, and written by every node into a folder of its own. A folder that cannot be written is said so,
 * and stops nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "quantities", "rows", "http", "access", "ledger", "keys", "timers", "postgres", "catalogue", "operatingmodel",
            "notification", "oncall", "incidents"
        })
package dev.holdfast.packs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
