package dev.holdfast.operatingmodel;

import static dev.holdfast.operatingmodel.Sentences.plain;
import static dev.holdfast.operatingmodel.Sentences.tabular;

import dev.holdfast.quantities.AvailabilityLevel;
import dev.holdfast.quantities.Because;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a service is selected as it is, in the order in which the rules decided: what decided is kept, and put into words
 * when somebody asks.
 */
record Explanation(
        Policy policy, Subject subject, @Nullable Outcome calculated, @Nullable Decision decision, Instant at) {

    List<Because> lines() {
        var lines = new ArrayList<Because>();
        var base = subject.assessment().exposure();
        if (calculated == null || base == null) {
            lines.add(unassessed(subject.assessment()));
        } else {
            lines.add(exposure(policy, base));
            subject.assessment().raisingAt(at).ifPresent(peak -> lines.add(peak(policy, peak, at)));
            lines.add(band(policy, subject.assessment().targetedAt(at).orElse(base)));
            lines.add(frequency(calculated.deploymentTarget()));
            lines.add(model(policy.exposureBands().levelOf(base.perHour()), calculated));
            lines.add(onCall(calculated));
            calculated.cautions().forEach(caution -> lines.add(Because.of(caution.name(), caution.sentence())));
        }
        if (decision != null) {
            lines.add(overridden(decision));
        }
        return List.copyOf(lines);
    }

    private static Because unassessed(Assessment assessment) {
        var missing = assessment.missing();
        var text = missing.isEmpty()
                ? "The demand " + assessment.demand() + " is none of the policy's"
                : String.join(" and ", missing) + " not said";
        return new Because(
                "UNASSESSED",
                text + ": there is no target and no model, and the team is on call at every hour.",
                facts("missing", missing, "demand", assessment.demand() == null ? "" : assessment.demand()));
    }

    private static Because exposure(Policy policy, Exposure base) {
        var currency = policy.currency().getCurrencyCode();
        var facts = facts(
                "exposurePerHour", plain(base.perHour()),
                "revenue", plain(base.revenue()),
                "cost", plain(base.cost()),
                "currency", currency);
        return new Because(
                "EXPOSURE",
                "An hour of unavailability costs %s %s: %s in revenue and %s in costs."
                        .formatted(plain(base.perHour()), currency, plain(base.revenue()), plain(base.cost())),
                facts);
    }

    private static Because peak(Policy policy, Peak peak, Instant at) {
        var leading = !peak.during().contains(at);
        var perHour = plain(peak.exposure().perHour());
        var currency = policy.currency().getCurrencyCode();
        var facts = facts("peak", peak.name(), "exposurePerHour", perHour, "currency", currency);
        facts.put("from", peak.during().from().toString());
        facts.put("to", String.valueOf(peak.during().to()));
        facts.put("leadIn", peak.leadIn().toString());
        return new Because(
                leading ? "PEAK_LEAD_IN" : "PEAK",
                leading
                        ? "The peak %s is led in: the target already follows its %s %s an hour."
                                .formatted(peak.name(), perHour, currency)
                        : "The peak %s raises it to %s %s an hour.".formatted(peak.name(), perHour, currency),
                facts);
    }

    private static Because band(Policy policy, Exposure exposure) {
        var band = policy.exposureBands().bandOf(exposure.perHour());
        var above = policy.exposureBands().isAboveTop(exposure.perHour());
        var tolerable = tabular(band.level().tolerableUnavailabilityPerWeek());
        var currency = policy.currency().getCurrencyCode();
        var facts = facts(
                "exposurePerHour", plain(exposure.perHour()),
                "upTo", plain(band.upTo()),
                "level", band.level().toString(),
                "tolerable", tolerable);
        facts.put("currency", currency);
        var begin = above ? "Above the last band, which ends at" : "In the band up to";
        return new Because(
                above ? "LAST_BAND" : "BAND",
                "%s %s %s an hour, the availability target is %s percent, which tolerates %s of unavailability a week."
                        .formatted(begin, plain(band.upTo()), currency, band.level(), tolerable),
                facts);
    }

    private static Because frequency(DemandBand band) {
        var light = band.trafficLight().word();
        var every = band.everyDays() == 1 ? "every day" : "every " + band.everyDays() + " days";
        return new Because(
                "FREQUENCY",
                "The demand %s asks for a deployment %s: %s.".formatted(band.name(), every, light),
                facts("demand", band.name(), "everyDays", band.everyDays(), "trafficLight", light));
    }

    private static Because model(AvailabilityLevel base, Outcome outcome) {
        var model = outcome.operatingModel();
        var facts = facts("level", base.toString(), "operatingModel", model.word());
        if (base.isAtLeast(Selector.FOR_ANY_KIND)) {
            facts.put("fromLevel", Selector.FOR_ANY_KIND.toString());
            var text = "From a target of %s percent on, every service is %s.";
            return new Because("MODEL_BY_LEVEL", text.formatted(Selector.FOR_ANY_KIND, model.title()), facts);
        }
        facts.put("atMostDays", DemandBand.A_WEEK);
        facts.put("atLeastDays", DemandBand.A_FORTNIGHT);
        return switch (outcome.trafficLight()) {
            case GREEN -> new Because(
                    "MODEL_BY_FREQUENCY",
                    "Deployed at least every %d days, it is %s.".formatted(DemandBand.A_WEEK, model.title()),
                    facts);
            case RED -> new Because(
                    "MODEL_BY_FREQUENCY",
                    "Deployed every %d days or more rarely, it is %s.".formatted(DemandBand.A_FORTNIGHT, model.title()),
                    facts);
            case AMBER -> between(base, model, facts);
        };
    }

    private static Because between(AvailabilityLevel base, OperatingModel model, Map<String, Object> facts) {
        facts.put("fromLevel", Selector.HARD_FOR_OPERATIONS.toString());
        return new Because(
                "MODEL_BETWEEN",
                "Between %d and %d days the target of the base exposure decides: from %s percent on %s, below it %s. It is %s percent: %s."
                        .formatted(
                                DemandBand.A_WEEK,
                                DemandBand.A_FORTNIGHT,
                                Selector.HARD_FOR_OPERATIONS,
                                OperatingModel.YBYR.title(),
                                OperatingModel.OPS.title(),
                                base,
                                model.title()),
                facts);
    }

    private static Because onCall(Outcome outcome) {
        var outOfHours = outcome.onCall().outOfHours();
        var facts = facts(
                "level", outcome.level().toString(),
                "workingHours", outcome.onCall().workingHours().word(),
                "outOfHours", outOfHours.word());
        var text = switch (outOfHours) {
            case OPERATIONS -> "Operations are on call at every hour.";
            case NONE -> "The team is on call in working hours; at %s percent nobody is out of hours.";
            case DOMAIN -> "The team is on call in working hours; at %s percent the domain is out of hours.";
            case TEAM -> "The team is on call in working hours, and at %s percent out of hours as well.";
        };
        return new Because("ON_CALL", text.formatted(outcome.level()), facts);
    }

    private static Because overridden(Decision decision) {
        var overriding = decision.overriding();
        var facts = facts("by", decision.by(), "reason", decision.reason());
        var parts = new ArrayList<String>();
        if (overriding != null && overriding.operatingModel() != null) {
            facts.put("operatingModel", overriding.operatingModel().word());
            parts.add("the model is " + overriding.operatingModel().title());
        }
        if (overriding != null && overriding.level() != null) {
            facts.put("level", overriding.level().toString());
            parts.add("the level is " + overriding.level());
        }
        if (overriding != null && overriding.outOfHours() != null) {
            facts.put("outOfHours", overriding.outOfHours().word());
            parts.add("out of hours it is " + overriding.outOfHours().word());
        }
        facts.put("since", decision.at().toString());
        facts.put("until", decision.until() == null ? "the next decision" : decision.until().toString());
        return new Because(
                "OVERRIDE",
                "%s decided that %s, until %s: %s"
                        .formatted(decision.by(), String.join(" and ", parts), facts.get("until"), decision.reason()),
                facts);
    }

    private static Map<String, Object> facts(Object... pairs) {
        var facts = new LinkedHashMap<String, Object>();
        for (int index = 0; index < pairs.length; index += 2) {
            facts.put((String) pairs[index], pairs[index + 1]);
        }
        return facts;
    }
}
