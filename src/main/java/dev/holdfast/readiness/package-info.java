/**
 * How well a service and a person are prepared for being on call: seven <em>preparations</em>, each present, missing or due
 * again, with its <em>evidence</em> (R1). Some answer themselves from what Holdfast knows; the others are written down by
 * whose they are, and what was written is kept. Which is which is decided purely, from facts that are gathered for as many
 * services as are asked for in a constant number of queries. Nothing here stops anything: what is open is seen, no more.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "quantities", "rows", "http", "ledger", "access", "catalogue", "notification", "operatingmodel", "oncall"
        })
package dev.holdfast.readiness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
