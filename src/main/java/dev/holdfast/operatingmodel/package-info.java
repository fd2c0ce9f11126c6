/**
 * Which operating model a service lives by, and what an hour of it is worth. From the exposure per hour comes the
 * availability target, from the demand the deployment target, from both the operating model and the on-call level
 * (rules 1 to 5). The policy (bands, levels, price list) is the Organisation document's; exposure, demand, peaks and
 * profile are the Service document's. The calculation is in force without anybody recording it; a decision with a
 * reason may replace parts of it for a time. Everything answers for every instant, so that past incidents are
 * reckoned with the exposure of their day.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"quantities", "rows", "http", "ledger", "access", "catalogue"})
package dev.holdfast.operatingmodel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
