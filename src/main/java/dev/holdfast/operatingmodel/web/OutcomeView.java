package dev.holdfast.operatingmodel.web;

import dev.holdfast.operatingmodel.Caution;
import dev.holdfast.operatingmodel.DemandBand;
import dev.holdfast.operatingmodel.OnCall;
import dev.holdfast.operatingmodel.Outcome;
import dev.holdfast.quantities.AvailabilityLevel;
import java.time.Duration;
import java.util.List;

/** A calculated outcome in the contract's words. */
record OutcomeView(
        AvailabilityLevel level,
        Duration tolerableUnavailabilityPerWeek,
        TargetView deploymentTarget,
        String operatingModel,
        String trafficLight,
        OnCallView onCall,
        List<Caution> cautions) {

    record TargetView(String band, String every) {

        static TargetView of(DemandBand band) {
            return new TargetView(band.name(), band.every());
        }
    }

    record OnCallView(String workingHours, String outOfHours) {

        static OnCallView of(OnCall onCall) {
            return new OnCallView(onCall.workingHours().word(), onCall.outOfHours().word());
        }
    }

    static OutcomeView of(Outcome outcome) {
        return new OutcomeView(
                outcome.level(),
                outcome.level().tolerableUnavailabilityPerWeek(),
                TargetView.of(outcome.deploymentTarget()),
                outcome.operatingModel().word(),
                outcome.trafficLight().word(),
                OnCallView.of(outcome.onCall()),
                outcome.cautions());
    }
}
