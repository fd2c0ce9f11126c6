package dev.holdfast.portal.web.models;

import dev.holdfast.catalogue.Service;
import dev.holdfast.operatingmodel.Assessment;
import dev.holdfast.operatingmodel.Caution;
import dev.holdfast.operatingmodel.Decision;
import dev.holdfast.operatingmodel.DemandBand;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.portal.web.AtRisk;
import dev.holdfast.quantities.AvailabilityLevel;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A service, what is selected for it, and what was decided of it last. */
record Placed(Service service, Assessment assessment, Selected selected, AtRisk risk, @Nullable Decision latest) {

    String name() {
        return service.name().value();
    }

    @Nullable AvailabilityLevel level() {
        return selected.level();
    }

    @Nullable DemandBand demand() {
        return selected.deploymentTarget().orElse(null);
    }

    /** Whether it has a place on the chart: a target, and a demand that the policy knows. */
    boolean isPlaced() {
        return level() != null && demand() != null && selected.operatingModel() != null;
    }

    /** As it stands in addresses. */
    String model() {
        var model = selected.operatingModel();
        return model == null ? "none" : model.word();
    }

    OnCallLevel called() {
        return selected.onCall().outOfHours();
    }

    double perHour() {
        var money = risk.perHour();
        return money == null ? 0 : money.amount().doubleValue();
    }

    List<Caution> cautions() {
        return selected.cautions();
    }

    /** Whether somebody decided on just what is in force now: then its cautions were thought about. */
    boolean isAnswered() {
        return latest != null && !cautions().isEmpty() && latest.calculated() != null && selected.calculated() != null
                && latest.calculated().equals(selected.calculated())
                && (latest.overriding() == null || latest.equals(selected.override()));
    }

    boolean takes(Asked asked) {
        var text = (service.name() + " " + service.shown()).toLowerCase(Locale.ROOT);
        return (!asked.has("q") || text.contains(asked.of("q").toLowerCase(Locale.ROOT)))
                && is(asked, "domain", service.domain())
                && is(asked, "team", service.owner())
                && is(asked, "kind", service.kind() == null ? null : service.kind().name().toLowerCase(Locale.ROOT))
                && is(asked, "model", model())
                && is(asked, "level", level())
                && is(asked, "demand", demand() == null ? null : demand().name())
                && (!asked.has("called") || service.isLive() && asked.of("called").equals(called().word()))
                && (!asked.has("caution") || cautioned(asked.of("caution")));
    }

    private boolean cautioned(String caution) {
        return switch (caution) {
            case "any" -> !cautions().isEmpty();
            case "open" -> !cautions().isEmpty() && !isAnswered();
            default -> cautions().stream().anyMatch(each -> each.name().equals(caution));
        };
    }

    private static boolean is(Asked asked, String field, @Nullable Object value) {
        return !asked.has(field) || value != null && asked.of(field).equals(value.toString());
    }
}
