/**
 * Who is on call. A schedule has ordered layers of rotations, overrides above them, and answers for every instant: a
 * turn is computed from its number alone and nothing is stored of the shifts, so that a year of them costs next to
 * nothing and the past answers as it stood then. {@code Schedules} says who is on call by a
 * schedule; {@code Coverage} says who covers a service: by its operating model and on-call level
 * it is a team, a domain, operations or nobody until work begins, and where there is nobody to be found, the fallback
 * chain. A gap is shown, never filled in silence.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "quantities", "rows", "http", "timers", "ledger", "access", "catalogue", "notification", "operatingmodel", "calendars"
        })
package dev.holdfast.oncall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
