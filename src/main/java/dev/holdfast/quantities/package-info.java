/**
 * Values that carry their units: money, availability levels, periods, wall clocks and working calendars. Pure: no
 * Spring, no database, no clock. A value that exists is valid; intervals are half-open; money is exact until it is
 * shown.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.holdfast.quantities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
