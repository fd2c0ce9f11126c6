/**
 * Calendars of others: iCalendar files as people have them, and addresses at which such a file is read again and again.
 * What the address of a {@code HolidayCalendar} says waits as a <em>proposed</em> change: it is told to those whom it
 * concerns, and counts from a stated instant or when a person confirms it. When an address does not answer or says
 * nothing sensible, what it said last stands, with the reason beside it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"quantities", "rows", "http", "timers", "ledger", "access", "catalogue", "notification"})
package dev.holdfast.calendars;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
