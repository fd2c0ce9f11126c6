/**
 * The furniture retailer of the playbook as a living organisation, for who wants to look before describing their own:
 * {@code HOLDFAST_DEMO=true} on an installation that is empty.
 *
 * <p>One YAML file goes through {@code apply}, a past is imported and a present begins, all through the doors that everybody
 * uses; what is shown afterwards is computed, not painted. Days count from the first start, and the same day gives the same
 * organisation. The phones of its people ring in the demo itself: nothing leaves the machine.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "quantities", "http", "timers", "access", "catalogue", "operatingmodel", "oncall", "alerts", "incidents", "remuneration", "readiness",
            "deployments", "changes"
        })
package dev.holdfast.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
