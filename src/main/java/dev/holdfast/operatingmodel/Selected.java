package dev.holdfast.operatingmodel;

import dev.holdfast.quantities.AvailabilityLevel;
import dev.holdfast.quantities.Because;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is in force for a service at an instant: the calculation, or what a decision put in its place. Of an unassessed
 * service there is no level and no model, and its team is on call at every hour. {@code until} is the next instant at
 * which this may change, as far as it is known.
 */
public record Selected(
        Instant at,
        @Nullable Outcome calculated,
        @Nullable AvailabilityLevel level,
        @Nullable OperatingModel operatingModel,
        OnCall onCall,
        List<Caution> cautions,
        @Nullable Decision override,
        List<String> missing,
        @Nullable Instant until,
        Explanation explanation) {

    public Selected {
        cautions = List.copyOf(cautions);
        missing = List.copyOf(missing);
    }

    public List<Because> explain() {
        return explanation.lines();
    }

    public boolean isAssessed() {
        return calculated != null;
    }

    public Optional<Duration> tolerableUnavailabilityPerWeek() {
        return Optional.ofNullable(level).map(AvailabilityLevel::tolerableUnavailabilityPerWeek);
    }

    public Optional<DemandBand> deploymentTarget() {
        return Optional.ofNullable(calculated).map(Outcome::deploymentTarget);
    }

    public boolean isOpsRunIt() {
        return operatingModel == OperatingModel.OPS;
    }
}
