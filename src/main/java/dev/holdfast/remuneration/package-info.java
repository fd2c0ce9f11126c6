/**
 * What people are paid for being on call, and what it falls on (rule 15). <em>Standby</em> is time really on call out of
 * hours, after overrides and swaps, by the price list in force at that time; a <em>callout</em> is what they worked then.
 * Each person has a <em>statement</em> a month: a draft is reckoned anew from the records whenever somebody looks, until
 * the holders of its budget approve it; then its lines are kept, and what was wrong becomes a line of a later month. The
 * same lines, by the service or domain that bears them, are what a <em>budget line</em> has spent: both sums agree to the
 * penny. Shifts are asked of {@code oncall}, callouts of {@code incidents}; the reckoning itself is pure.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"quantities", "rows", "http", "keys", "ledger", "access", "catalogue", "operatingmodel", "oncall", "incidents"})
package dev.holdfast.remuneration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
