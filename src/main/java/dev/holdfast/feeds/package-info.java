/**
 * Shifts, and what is planned, in people's own calendars. A <em>feed</em> is an iCalendar address with a secret in it that is shown
 * once, of which the hash alone is kept, and that ends at once when it is revoked: of the shifts of a person, a team or a schedule,
 * or for change or incident managers of what a team or all teams plan. Change managers have planning, demos, agendas, freeze
 * windows, changes that may go out and releases; incident managers planning and Chaos Days. <em>Meetings</em> are a Team's own.
 *
 * <p>What a calendar was told of each event is kept beside it: one that changes rises in its sequence, one that is
 * withdrawn is told as cancelled for thirty days, and what has been is never told otherwise.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"quantities", "rows", "http", "keys", "ledger", "access", "catalogue", "oncall", "deployments", "changes"})
package dev.holdfast.feeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
