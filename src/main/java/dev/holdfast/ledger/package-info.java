/**
 * Who did what, when, and what stood before and after: kept for good.
 *
 * <p>An <em>entry</em> is recorded in the transaction of the act itself, so there is none without the other. Entries are
 * <em>chained</em>: the hash of each covers its content and the hash before it, and the <em>head</em>, the place where the
 * chain ends, is sealed with the key outside the database. The table refuses every change; whoever gets around that is
 * found by {@link dev.holdfast.ledger.Ledger#verify}, over the API and by {@code java -jar holdfast.jar verify-ledger}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"rows", "http", "keys", "postgres"})
package dev.holdfast.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
