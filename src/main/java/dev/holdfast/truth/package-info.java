/**
 * How true the declaration is: a <em>finding</em> is one thing in it that cannot be, or that nobody has said yet, with
 * what it may cost and where it is mended. Findings are decided, purely, from the catalogue at an instant and from what
 * selection, coverage and contacts know of it; nothing is kept, so that a finding is gone as soon as it is mended.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"quantities", "http", "access", "catalogue", "operatingmodel", "notification", "oncall"})
package dev.holdfast.truth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
