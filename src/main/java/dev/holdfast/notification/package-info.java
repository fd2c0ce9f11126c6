/**
 * How people are told: a person's <em>contacts</em> (a webhook, an ntfy topic, an e-mail address), the <em>rules</em>
 * that say how long after a step's beginning each is used, and <em>deliveries</em> with ids that are tried until the
 * other side takes them. Knows no incident: what a delivery says is asked of {@link Briefings} right before each
 * attempt, and an empty answer means that there is no reason for it any more.
 *
 * <p>A delivery and its timer are made in the transaction of the fact that it tells. Each attempt is claimed in the
 * database, made without a transaction, and recorded after; a node that dies in the middle makes it again with the same
 * id. No module that tells people needs to know a channel.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"rows", "http", "keys", "timers", "ledger", "access", "catalogue"})
package dev.holdfast.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
