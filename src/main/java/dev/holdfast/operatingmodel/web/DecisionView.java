package dev.holdfast.operatingmodel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.http.NotApplicable;
import dev.holdfast.operatingmodel.Decision;
import dev.holdfast.operatingmodel.Exposure;
import dev.holdfast.operatingmodel.Overriding;
import dev.holdfast.quantities.AvailabilityLevel;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision in the contract's words; of an override only what it names. */
record DecisionView(
        UUID id,
        Instant at,
        String by,
        InputsView inputs,
        int policyVersion,
        Object calculated,
        @Nullable OverrideView override,
        String reason,
        @Nullable Instant until) {

    record InputsView(@Nullable ExposureView exposurePerHour, @Nullable String demand, @Nullable String kind) {

        static InputsView of(Decision.Inputs inputs) {
            var kind = inputs.kind();
            return new InputsView(
                    ExposureView.of(inputs.exposure()),
                    inputs.demand(),
                    kind == null ? null : kind.name().toLowerCase(Locale.ROOT));
        }
    }

    record ExposureView(String revenue, String cost) {

        static @Nullable ExposureView of(@Nullable Exposure exposure) {
            return exposure == null
                    ? null
                    : new ExposureView(exposure.revenue().toPlainString(), exposure.cost().toPlainString());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OverrideView(
            @Nullable String operatingModel, @Nullable AvailabilityLevel level, @Nullable String outOfHours) {

        static OverrideView of(Overriding overriding) {
            var model = overriding.operatingModel();
            var outOfHours = overriding.outOfHours();
            return new OverrideView(
                    model == null ? null : model.word(),
                    overriding.level(),
                    outOfHours == null ? null : outOfHours.word());
        }
    }

    static DecisionView of(Decision decision) {
        return new DecisionView(
                decision.id(),
                decision.at(),
                decision.by(),
                InputsView.of(decision.inputs()),
                decision.policyVersion(),
                SelectedView.or(
                        Optional.ofNullable(decision.calculated()).map(OutcomeView::of),
                        new NotApplicable("unassessed when it was decided")),
                Optional.ofNullable(decision.overriding()).map(OverrideView::of).orElse(null),
                decision.reason(),
                decision.until());
    }
}
