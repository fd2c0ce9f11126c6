package dev.holdfast.portal.web.models;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.Team;
import dev.holdfast.operatingmodel.Caution;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.OperatingModel;
import dev.holdfast.operatingmodel.Overriding;
import dev.holdfast.operatingmodel.Policy;
import dev.holdfast.operatingmodel.TrafficLight;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.ServiceWords;
import dev.holdfast.quantities.AvailabilityLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Selections in words, the same on every page of operating models and policy. */
final class ModelWords {

    private ModelWords() {}

    static String level(@Nullable AvailabilityLevel level) {
        return level == null ? "–" : level + "\u202f%";
    }

    /** Who is meant by a level for just this service. */
    static String called(OnCallLevel level, Service service, CatalogueView view) {
        return switch (level) {
            case NONE -> "nobody, waits for morning";
            case TEAM -> view.ownerOf(service.name()).map(Team::shown).map(name -> "the team " + name).orElse("its team, not described");
            case DOMAIN -> Optional.ofNullable(service.domain()).flatMap(view::domain).map(Domain::shown).map(name -> "the domain " + name).orElse("its domain, not named");
            case OPERATIONS -> "operations";
        };
    }

    /** Who is meant by a level, of whichever service. */
    static String called(OnCallLevel level) {
        return switch (level) {
            case NONE -> "nobody, waits for morning";
            case TEAM -> "own team";
            case DOMAIN -> "domain";
            case OPERATIONS -> "operations";
        };
    }

    static String look(@Nullable OperatingModel model) {
        return model == null ? "" : model == OperatingModel.YBYR ? "accent" : "ops";
    }

    static String light(TrafficLight light) {
        return switch (light) {
            case GREEN -> "weekly or more often: green";
            case AMBER -> "between weekly and fortnightly: amber";
            case RED -> "fortnightly or more rarely: red";
        };
    }

    /** All cautions of a service as one sentence after its name. */
    static String cautions(List<Caution> cautions, Placed placed) {
        return cautions.stream().map(caution -> caution(caution, placed)).collect(Collectors.joining(", and "));
    }

    private static String caution(Caution caution, Placed placed) {
        return switch (caution) {
            case ABOVE_TOP_BAND -> "is above the top band";
            case DIGITAL_OPS -> "is a digital service that lands on Ops Run It";
            case FOUNDATIONAL_YBYR -> "is a foundational system that its own team would run";
            case LOW_LOW_DIGITAL -> "has low value and low demand";
            case OPS_AT_999 -> "operations rarely hold " + level(placed.level());
        };
    }

    /** What to weigh, with the figures that decide. */
    static String advice(List<Caution> cautions, Placed placed, Policy policy) {
        var said = new ArrayList<String>();
        for (var caution : cautions) {
            said.add(switch (caution) {
                case ABOVE_TOP_BAND -> placed.risk().shown() + " an hour where bands end at "
                        + Bands.money(policy.exposureBands().bands().getLast().upTo(), policy.currency()) + ".";
                case DIGITAL_OPS -> level(placed.level()) + ", " + placed.selected().deploymentTarget().map(ServiceWords::every).orElse("–")
                        + ". Weekly deployments would make it its team’s.";
                case FOUNDATIONAL_YBYR -> "Its owner has to be a product team.";
                case LOW_LOW_DIGITAL -> "Perhaps the wrong thing is being built.";
                case OPS_AT_999 -> level(placed.level()) + " tolerates " + (placed.level() == null ? "little" : Tolerances.clock(placed.level())) + " a week.";
            });
        }
        return String.join(" ", said);
    }

    static String overriding(Overriding overriding) {
        var parts = new ArrayList<String>();
        if (overriding.operatingModel() != null) parts.add(overriding.operatingModel().title());
        if (overriding.level() != null) parts.add("target " + level(overriding.level()));
        if (overriding.outOfHours() != null) parts.add("out of hours " + called(overriding.outOfHours()));
        return String.join(", ", parts);
    }

    static String policy(Policy policy, ReaderTime time) {
        if (policy.version() == 0) return "The example’s policy";
        var from = policy.effectiveFrom();
        return "Policy version " + policy.version() + (from == null ? "" : ", since " + time.day(from));
    }

    static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    static String services(long count) {
        return Figures.count(count, "service");
    }
}
