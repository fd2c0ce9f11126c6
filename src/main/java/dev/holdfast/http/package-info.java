/**
 * How every door speaks HTTP: what is wrong is a problem (RFC 9457) with its faults, a list is cut by a cursor, values
 * of ours have one form in JSON, and outgoing calls to addresses that users entered are guarded. Knows no module.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"quantities"})
package dev.holdfast.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
