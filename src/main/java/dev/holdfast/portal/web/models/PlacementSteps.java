package dev.holdfast.portal.web.models;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Team;
import dev.holdfast.operatingmodel.Caution;
import dev.holdfast.operatingmodel.Exposure;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.OperatingModel;
import dev.holdfast.operatingmodel.Policy;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.ServiceWords;
import dev.holdfast.portal.web.models.ModelsPage.Placement;
import dev.holdfast.portal.web.models.ModelsPage.Step;
import dev.holdfast.quantities.Because;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one service was placed: from money and demand to who is called, each step with what it rests on. */
record PlacementSteps(CatalogueView view, Policy policy, ReaderTime time) {

    Placement of(Placed placed) {
        var name = placed.name();
        return new Placement(name, "/operating-models/" + name, "/services/" + name, steps(placed), why(placed), overridden(placed));
    }

    private List<Step> steps(Placed placed) {
        var steps = new ArrayList<Step>();
        steps.add(money(placed));
        band(placed).ifPresent(steps::add);
        if (placed.level() != null) {
            steps.add(new Step("Tolerable unavailability", Tolerances.share(placed.level()), Tolerances.clock(placed.level()) + " a week", ""));
        }
        steps.add(demand(placed));
        steps.add(model(placed));
        steps.add(new Step("Called in working hours", "", inWorkingHours(placed), ""));
        steps.add(new Step("Called out of hours", outOfHoursUnder(placed), ServiceWords.capital(ModelWords.called(placed.called(), placed.service(), view)), ""));
        return steps;
    }

    private Step money(Placed placed) {
        var exposure = placed.assessment().exposure();
        if (exposure == null) return new Step("Money at risk in an hour", "spec.exposurePerHour is not said", "not known", "caution");
        var peak = placed.risk().peak();
        var shown = peak == null ? exposure : peak.exposure();
        var parts = parts(shown);
        return new Step("Money at risk in an hour", peak == null ? parts : peak.name() + ": " + parts, placed.risk().shown(), "");
    }

    private String parts(Exposure exposure) {
        return Bands.money(exposure.revenue(), policy.currency()) + " revenue, " + Bands.money(exposure.cost(), policy.currency()) + " cost";
    }

    private Optional<Step> band(Placed placed) {
        var calculated = placed.selected().calculated();
        if (calculated == null) return Optional.empty();
        var bands = policy.exposureBands();
        return bands.bands().stream().filter(band -> band.level().equals(calculated.level())).findFirst().map(band -> {
            var above = calculated.cautions().contains(Caution.ABOVE_TOP_BAND);
            var under = above ? "above the last band, which ends at " + Bands.money(band.upTo(), policy.currency()) : Bands.range(policy, band);
            var moved = placed.level() != null && !placed.level().equals(calculated.level());
            return new Step("Band", under, ModelWords.level(calculated.level()) + (moved ? " → " + ModelWords.level(placed.level()) : ""), above ? "caution" : "");
        });
    }

    private Step demand(Placed placed) {
        var demand = placed.assessment().demand();
        if (demand == null) return new Step("Feature demand", "spec.demand is not said", "not known", "caution");
        var band = placed.demand();
        if (band == null) return new Step("Feature demand", "no band of the policy has this name", demand, "caution");
        return new Step("Feature demand", said(placed), ModelWords.lower(band.name()) + " → " + ServiceWords.every(band), "");
    }

    /** Whoever applied the version of the document that is in force. */
    private String said(Placed placed) {
        return view.document("Service", placed.name())
                .map(document -> "said by " + new Names(view).of(document.recordedBy()) + ", " + time.day(document.recordedAt()))
                .orElse("");
    }

    private Step model(Placed placed) {
        var model = placed.selected().operatingModel();
        if (model == null) return new Step("Operating model", "it needs money and demand", "not assessed", "caution");
        var calculated = placed.selected().calculated();
        var under = calculated != null && calculated.operatingModel() != model ? "by a decision; calculated is " + calculated.operatingModel().title()
                : Optional.ofNullable(placed.demand()).map(band -> ServiceWords.every(band) + " is " + ModelWords.light(band.trafficLight())).orElse("");
        return new Step("Operating model", under, model.title(), ModelWords.look(model));
    }

    private String inWorkingHours(Placed placed) {
        if (placed.selected().onCall().workingHours() == OnCallLevel.OPERATIONS) return "Operations";
        return view.ownerOf(placed.service().name()).map(Team::shown).map(name -> "The team " + name).orElse("Its team, not described");
    }

    private String outOfHoursUnder(Placed placed) {
        if (!placed.service().isLive()) return "not live yet: nobody is on standby for it";
        if (placed.selected().operatingModel() == OperatingModel.OPS) return "Ops Run It → operations";
        return placed.level() == null ? "not assessed → its team at every hour" : ModelWords.level(placed.level()) + " → " + placed.called().word();
    }

    private @Nullable String overridden(Placed placed) {
        var decision = placed.selected().override();
        if (decision == null || decision.overriding() == null) return null;
        var until = decision.until() == null ? "until the next decision" : "until " + time.full(decision.until());
        return "%s decided %s: %s, %s. “%s”".formatted(new Names(view).of(decision.by()), time.day(decision.at()),
                ModelWords.overriding(decision.overriding()), until, decision.reason());
    }

    /** The rules' own lines, and by which version of the policy they decided. */
    private List<Because> why(Placed placed) {
        var lines = new ArrayList<>(placed.selected().explain());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("policyVersion", policy.version());
        lines.add(new Because("POLICY", ModelWords.policy(policy, time) + ".", facts));
        return lines;
    }
}
