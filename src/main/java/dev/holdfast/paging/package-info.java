/**
 * Calling until somebody answers. A <em>callout</em> is about a <em>subject</em> of which this module knows no more than
 * what {@link dev.holdfast.paging.Subjects} tells: that port is asked before every step, and where the reason is gone
 * nothing is sent. A callout goes by steps and rounds (rule 8), each on a durable timer that belongs to the same
 * transaction as the step before it. Where nobody is to be woken, the callout is <em>suppressed</em> and
 * <em>released</em> at the instant from which somebody answers. {@link dev.holdfast.paging.Callouts} is the door; what
 * happened is kept in entries that are only ever added.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "quantities", "rows", "timers", "keys", "http", "access", "catalogue", "notification", "operatingmodel", "oncall"
        })
package dev.holdfast.paging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
