/**
 * Who is told of changes (C6). A <em>subscription</em> says of which scope somebody hears: every deployment to production, those
 * that nobody allowed, or changes that wait; by mail, signed webhook or into a chat; at once or as a <em>digest</em> once a day.
 * What happened is noted in the transaction that recorded it, gathers in the <em>delivery</em> that goes out next, is told once,
 * and again until the other side takes it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "quantities", "rows", "timers", "keys", "http", "access", "ledger", "catalogue", "notification", "deployments", "changes"
        })
package dev.holdfast.subscriptions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
