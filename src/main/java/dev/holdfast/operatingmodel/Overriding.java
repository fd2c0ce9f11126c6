package dev.holdfast.operatingmodel;

import dev.holdfast.quantities.AvailabilityLevel;
import org.jspecify.annotations.Nullable;

/** What a decision puts in the place of the calculation: at least one of its fields. */
public record Overriding(
        @Nullable OperatingModel operatingModel, @Nullable AvailabilityLevel level, @Nullable OnCallLevel outOfHours) {

    public Overriding {
        if (operatingModel == null && level == null && outOfHours == null) {
            throw new IllegalArgumentException("An override names what it replaces");
        }
    }
}
