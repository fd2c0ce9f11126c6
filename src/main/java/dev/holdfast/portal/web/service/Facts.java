package dev.holdfast.portal.web.service;

import dev.holdfast.catalogue.BudgetHolder;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.oncall.Covering;
import dev.holdfast.operatingmodel.Caution;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Policy;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.portal.web.Explained;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.ServiceWords;
import dev.holdfast.quantities.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who answers for a service, and what it is held to. */
final class Facts {

    private Facts() {}

    static List<Pair> owner(CatalogueView view, Service service, Names names) {
        var team = view.ownerOf(service.name()).orElse(null);
        if (team == null) {
            return List.of(service.owner() == null ? Pair.missing("Team", "nobody owns it") : Pair.missing("Team", service.owner() + " is not described"));
        }
        var pairs = new ArrayList<Pair>();
        pairs.add(Pair.to("Team", team.shown() + ", " + Figures.people(team.members().size()), "/teams/" + team.name()));
        if (team.budgetHolder() != null) pairs.add(Pair.to("Budget holder", accountable(team.budgetHolder(), names), "/people/" + team.budgetHolder().person()));
        person(pairs, "Product manager", team.productManager(), names);
        person(pairs, "Lead", team.lead(), names);
        return pairs;
    }

    private static String accountable(BudgetHolder holder, Names names) {
        return names.of(holder.person()) + (holder.function() == null ? "" : ", " + holder.function().name().toLowerCase(Locale.ROOT));
    }

    private static void person(List<Pair> pairs, String label, @Nullable PersonName person, Names names) {
        if (person != null) pairs.add(Pair.to(label, names.of(person), "/people/" + person));
    }

    static List<Pair> targets(Selected selected, Covering cover, ReaderTime time) {
        var why = Explained.of(selected.explain(), time);
        var pairs = new ArrayList<Pair>();
        if (selected.level() != null) pairs.add(Pair.of("Availability", ServiceWords.target(selected)).because(why));
        selected.tolerableUnavailabilityPerWeek().ifPresent(it -> pairs.add(Pair.of("Tolerance a week", Figures.clock(it))));
        if (selected.deploymentTarget().isPresent()) pairs.add(Pair.of("Deployment", ServiceWords.deployment(selected)));
        pairs.add(Pair.of("Called in working hours", level(selected.onCall().workingHours())));
        pairs.add(Pair.of("Called out of hours", level(selected.onCall().outOfHours())).because(Explained.of(cover.explain(), time)));
        return pairs;
    }

    static List<String> cautions(Selected selected) {
        return selected.cautions().stream().map(Caution::sentence).toList();
    }

    /** What would follow from each exposure, where it is not known yet. */
    static ServicePage.@Nullable Unassessed unassessed(Selected selected, Policy policy) {
        if (selected.isAssessed()) return null;
        var missing = selected.missing().stream().map(field -> field.equals("demand") ? "how much change its users want" : "what an hour without it costs").toList();
        var bands = policy.exposureBands().bands().stream()
                .map(band -> new ServicePage.Band(
                        Figures.money(new Money(band.upTo(), policy.currency())), band.level() + "\u202f%",
                        Figures.clock(band.level().tolerableUnavailabilityPerWeek()), level(policy.onCallLevels().outOfHours(band.level()))))
                .toList();
        return new ServicePage.Unassessed(String.join(" and ", missing), bands);
    }

    static String level(OnCallLevel level) {
        return switch (level) {
            case NONE -> "nobody, by choice";
            case DOMAIN -> "the domain";
            case TEAM -> "its own team";
            case OPERATIONS -> "operations";
        };
    }
}
