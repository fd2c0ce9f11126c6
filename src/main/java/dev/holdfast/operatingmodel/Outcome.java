package dev.holdfast.operatingmodel;

import dev.holdfast.quantities.AvailabilityLevel;
import java.util.List;

/** What the rules give for a service at an instant. Cautions are sorted. */
public record Outcome(
        AvailabilityLevel level,
        DemandBand deploymentTarget,
        OperatingModel operatingModel,
        OnCall onCall,
        List<Caution> cautions) {

    public Outcome {
        cautions = cautions.stream().sorted().toList();
    }

    public TrafficLight trafficLight() {
        return deploymentTarget.trafficLight();
    }
}
