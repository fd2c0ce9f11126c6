/**
 * The quarterly <em>reflection</em> (S8): whether the bands still say what failure costs and how often customers want
 * something new.
 *
 * <p>It holds losses and demand since the last one beside bands and targets, and makes <em>proposals</em> with their
 * reasons; each is accepted, which changes the policy through the policy's own door, or left, both with a note. It falls
 * due a quarter after the last one and reminds who decides until it is held.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "quantities", "rows", "timers", "http", "keys", "ledger", "access", "catalogue", "notification", "operatingmodel", "incidents"
        })
package dev.holdfast.reflection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
