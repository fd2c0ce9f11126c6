/**
 * What being on call asked of people, and whether it was spread evenly. A person's <em>burden</em> through a part of time
 * is their hours on call, those out of hours, nights, nights <em>broken</em>, weekends, holidays and callouts; the
 * <em>spread</em> of a group is its greatest over its median. Swaps of shifts ahead are suggested that even it out. Who
 * was called out so that eleven hours of <em>rest</em> are not left before the next working start is shown with who could
 * cover until then, and the lead of their team is told once. Everything is worked out from who was on call, who was
 * called and who worked in incidents; only what was told is kept.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"quantities", "http", "access", "catalogue", "notification", "oncall", "paging", "incidents"})
package dev.holdfast.fairness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
