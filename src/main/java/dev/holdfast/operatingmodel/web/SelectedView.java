package dev.holdfast.operatingmodel.web;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.NotApplicable;
import dev.holdfast.operatingmodel.Caution;
import dev.holdfast.operatingmodel.OperatingModel;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.web.OutcomeView.OnCallView;
import dev.holdfast.operatingmodel.web.OutcomeView.TargetView;
import dev.holdfast.quantities.Because;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is in force for a service, the calculation beside it; a value that there is not says why. */
record SelectedView(
        ServiceName service,
        Instant at,
        boolean assessed,
        Object level,
        Object tolerableUnavailabilityPerWeek,
        Object deploymentTarget,
        Object operatingModel,
        Object trafficLight,
        OnCallView onCall,
        List<Caution> cautions,
        List<String> missing,
        Object calculated,
        @Nullable DecisionView override,
        @Nullable Instant until,
        List<Because> explain) {

    static SelectedView of(ServiceName service, Selected selected) {
        var reason = new NotApplicable(reason(selected));
        var target = selected.deploymentTarget();
        return new SelectedView(
                service,
                selected.at(),
                selected.isAssessed(),
                or(Optional.ofNullable(selected.level()), reason),
                or(selected.tolerableUnavailabilityPerWeek(), reason),
                or(target.map(TargetView::of), reason),
                or(Optional.ofNullable(selected.operatingModel()).map(OperatingModel::word), reason),
                or(target.map(band -> band.trafficLight().word()), reason),
                OnCallView.of(selected.onCall()),
                selected.cautions(),
                selected.missing(),
                or(Optional.ofNullable(selected.calculated()).map(OutcomeView::of), reason),
                Optional.ofNullable(selected.override()).map(DecisionView::of).orElse(null),
                selected.until(),
                selected.explain());
    }

    static Object or(Optional<?> value, NotApplicable reason) {
        return value.<Object>map(it -> it).orElse(reason);
    }

    private static String reason(Selected selected) {
        return "unassessed: " + String.join(" and ", selected.missing()) + " missing";
    }
}
