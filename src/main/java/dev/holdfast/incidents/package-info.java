/**
 * What is wrong now, who answers and what it costs. An <em>incident</em> is triggered, acknowledged and resolved; a
 * person may reopen it. {@link dev.holdfast.incidents.Incidents} is the door for alerts: one transaction records what
 * was said, lets it join or make an incident, and has the callout made or stopped. Loss is reckoned from the exposure
 * of the affected services, the share that is lost (<em>impact</em>) and its revisions; what it is expected to become
 * decides the type and the method. The timeline is read as the union of entries, alerts and pages; nothing is copied.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "quantities", "rows", "timers", "keys", "http", "tables", "ledger", "search", "access", "catalogue", "notification", "operatingmodel", "oncall",
            "alerts", "paging"
        })
package dev.holdfast.incidents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
