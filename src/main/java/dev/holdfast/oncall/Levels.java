package dev.holdfast.oncall;

import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.OperatingModel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The operating model of a service with its target and on-call levels at an instant, and the next one at which they may
 * be others; without a model it is unassessed.
 */
record Levels(
        @Nullable OperatingModel model,
        @Nullable String target,
        OnCallLevel workingHours,
        OnCallLevel outOfHours,
        @Nullable Instant until) {

    OnCallLevel in(Hours hours) {
        return hours == Hours.WORKING ? workingHours : outOfHours;
    }
}
