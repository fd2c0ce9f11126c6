/**
 * What both operating models cost and protect. A <em>simulation</em> says what standby costs a week when every team has
 * its own schedule, when the on-call level decides (X2), and when operations run it; for any number of teams, or for
 * the organisation as it is and as it would be with services at another level. It stores nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"quantities", "http", "access", "catalogue", "operatingmodel"})
package dev.holdfast.insurance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
