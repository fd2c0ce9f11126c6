/**
 * What others kept before Holdfast was there: lists of deployments, builds, changes and incidents as CSV. An <em>import</em> is one
 * such list with its <em>mapping</em>, which says which column tells which fact. It is kept before it is answered and worked
 * through by a timer, some rows a transaction that also moves how many are done, so that nothing is lost and nothing is there
 * twice, whatever is sent again, cut in pieces or stopped in the middle. A row is known by what it is; one with a <em>fault</em>
 * is left out and said.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "quantities", "rows", "http", "tables", "access", "keys", "ledger", "timers", "catalogue", "alerts", "incidents", "deployments", "changes",
            "throughput"
        })
package dev.holdfast.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
