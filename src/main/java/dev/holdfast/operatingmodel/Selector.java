package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.ServiceKind;
import dev.holdfast.quantities.AvailabilityLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules 1 to 5: target, deployment target, operating model, on-call level and cautions. */
final class Selector {

    static final AvailabilityLevel FOR_ANY_KIND = AvailabilityLevel.of("99.99");
    static final AvailabilityLevel HARD_FOR_OPERATIONS = AvailabilityLevel.of("99.9");
    static final AvailabilityLevel LOW = AvailabilityLevel.of("99.0");

    private Selector() {}

    /** Empty for a service without exposure, or without a demand that the policy knows. */
    static Optional<Outcome> select(Terms terms, Assessment assessment, @Nullable ServiceKind kind, Instant at) {
        var demand = Optional.ofNullable(assessment.demand()).flatMap(terms::demandBand);
        var base = Optional.ofNullable(assessment.exposure());
        if (demand.isEmpty() || base.isEmpty()) {
            return Optional.empty();
        }
        var exposure = assessment.targetedAt(at).orElseThrow().perHour();
        var level = terms.exposureBands().levelOf(exposure);
        var model = model(terms.exposureBands().levelOf(base.get().perHour()), demand.get());
        var aboveTop = terms.exposureBands().isAboveTop(exposure);
        return Optional.of(new Outcome(
                level,
                demand.get(),
                model,
                onCall(terms.onCallLevels(), model, level),
                cautions(level, demand.get(), model, kind, aboveTop)));
    }

    /** The light is the frequency's alone; the level decides only where it is high or the light is amber. */
    static OperatingModel model(AvailabilityLevel level, DemandBand demand) {
        if (level.isAtLeast(FOR_ANY_KIND)) {
            return OperatingModel.YBYR;
        }
        return switch (demand.trafficLight()) {
            case GREEN -> OperatingModel.YBYR;
            case RED -> OperatingModel.OPS;
            case AMBER -> level.isAtLeast(HARD_FOR_OPERATIONS) ? OperatingModel.YBYR : OperatingModel.OPS;
        };
    }

    static OnCall onCall(OnCallLevels levels, OperatingModel model, AvailabilityLevel level) {
        return switch (model) {
            case OPS -> OnCall.BY_OPERATIONS;
            case YBYR -> new OnCall(OnCallLevel.TEAM, levels.outOfHours(level));
        };
    }

    static List<Caution> cautions(
            AvailabilityLevel level, DemandBand demand, OperatingModel model, @Nullable ServiceKind kind, boolean aboveTop) {
        var cautions = new ArrayList<Caution>();
        if (aboveTop) {
            cautions.add(Caution.ABOVE_TOP_BAND);
        }
        if (kind == ServiceKind.DIGITAL && model == OperatingModel.OPS) {
            cautions.add(Caution.DIGITAL_OPS);
        }
        if (kind == ServiceKind.FOUNDATIONAL && model == OperatingModel.YBYR) {
            cautions.add(Caution.FOUNDATIONAL_YBYR);
        }
        if (kind == ServiceKind.DIGITAL && !level.isAtLeast(LOW) && demand.trafficLight() == TrafficLight.RED) {
            cautions.add(Caution.LOW_LOW_DIGITAL);
        }
        if (model == OperatingModel.OPS && level.isAtLeast(HARD_FOR_OPERATIONS)) {
            cautions.add(Caution.OPS_AT_999);
        }
        return List.copyOf(cautions);
    }
}
