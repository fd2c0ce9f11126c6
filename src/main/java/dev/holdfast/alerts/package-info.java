/**
 * What was said by whom: an <em>integration</em> is a key that alerts are sent with; an <em>alert</em> is what a sender
 * says is wrong, from its first trigger until it is resolved. The same integration and dedup key while open are the
 * same alert: counted, not opened again. A route gives the service that answers; what no route places is unrouted.
 * This module records and routes; whether an alert makes an incident is decided downstream.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"quantities", "rows", "http", "keys", "access", "ledger", "catalogue"})
package dev.holdfast.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
