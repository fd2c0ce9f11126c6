/**
 * Durable timers: what has to happen at an instant, kept in the database and fired by whichever node is alive.
 *
 * <p>A <em>timer</em> is a task instance of db-scheduler. It is set, moved and withdrawn through {@link Timers} in the
 * caller's own transaction, so it exists exactly when the fact that it belongs to exists; nodes look for due ones five
 * times a second, and the node that set one that is due already looks at once after the commit. A node that dies loses
 * nothing: its timers are taken over by the others within seconds, and by itself when it starts again.
 *
 * <p>What a timer does is a {@code Task} bean of the module that owns it. A timer may fire twice when a node dies in
 * the middle, so every task asks first whether its reason still stands.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.holdfast.timers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
