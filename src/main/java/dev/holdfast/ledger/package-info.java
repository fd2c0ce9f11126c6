/** The append-only, hash-chained record of who did what: written within the transaction of the act, verified by anybody. */
@NullMarked
@ApplicationModule(allowedDependencies = {"quantities", "http"})
package dev.holdfast.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
