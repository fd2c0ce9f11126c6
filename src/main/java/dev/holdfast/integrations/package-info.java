/**
 * The edge: what other systems send is translated here, at once, into our words; no vendor's word crosses into another
 * module. One sub-package for each vendor holds everything that knows how that vendor's clients really speak. A 2xx
 * answer means that what was said is stored durably; what cannot be taken now is refused with 503, which every sender
 * tries again, and never with 429, which some do not.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "quantities", "rows", "http", "tables", "keys", "ledger", "access", "catalogue", "alerts", "incidents", "deployments", "changes"
        })
package dev.holdfast.integrations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
