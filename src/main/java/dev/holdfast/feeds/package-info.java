/**
 * Shifts in people's own calendars. A <em>feed</em> is an iCalendar address of a person, a team or a schedule with a
 * secret in it that is shown once, of which the hash alone is kept, and that ends at once when it is revoked.
 *
 * <p>What a calendar was told of each shift is kept beside it: a shift that changes rises in its sequence, one that is
 * withdrawn is told as cancelled for thirty days, and what has been is never told otherwise.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"quantities", "rows", "http", "keys", "ledger", "access", "catalogue", "oncall"})
package dev.holdfast.feeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
