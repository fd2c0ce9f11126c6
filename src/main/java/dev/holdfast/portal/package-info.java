/**
 * The pages that people read and work on.
 *
 * <p>Every address is a whole page without scripts; a small script adds keys, running figures and a live connection. A page
 * asks each module's door once and shows records that are ready to be read: figures are formatted and rules explained before
 * a template sees them. What a page changes goes through the same doors, and so through the same checks, as the API. One
 * connection to the database listens for what changed and tells every open page of this node to ask again.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "quantities", "http", "ledger", "access", "catalogue", "operatingmodel", "notification", "oncall", "alerts", "paging",
            "incidents", "calendars", "feeds", "handover", "insurance", "search", "integrations", "drill", "packs", "readiness", "reflection",
            "remuneration", "truth", "fairness", "throughput", "deployments", "changes", "history", "subscriptions"
        })
package dev.holdfast.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
