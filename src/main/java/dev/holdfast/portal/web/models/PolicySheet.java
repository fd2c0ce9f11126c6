package dev.holdfast.portal.web.models;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Policy;
import dev.holdfast.operatingmodel.PolicyEdition;
import dev.holdfast.operatingmodel.TrafficLight;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.ServiceWords;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.portal.web.models.PolicyPage.Band;
import dev.holdfast.portal.web.models.PolicyPage.Demand;
import dev.holdfast.portal.web.models.PolicyPage.Edition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the page of the policy. */
@Component
class PolicySheet {

    private static final int SHOWN = 50;

    private final Documents documents;
    private final Policies policies;
    private final Placing placing;
    private final Ownership ownership;

    PolicySheet(Documents documents, Policies policies, Placing placing, Ownership ownership) {
        this.documents = documents;
        this.policies = policies;
        this.placing = placing;
        this.ownership = ownership;
    }

    PolicyPage page(Viewer viewer, ReaderTime time) {
        return documents.holding(() -> page(viewer, time, documents.at(time.now())));
    }

    private PolicyPage page(Viewer viewer, ReaderTime time, CatalogueView view) {
        var policy = policies.in(view);
        var words = new PolicyWords(policy, view, policies.versionAt(time.now()).spec(), policies.example());
        var all = placing.all(view);
        var organisation = view.organisation().map(it -> it.name()).orElse("organisation");
        return new PolicyPage(
                lede(policy, time), policy.version() == 0, ownership.mayChangeAll(viewer), "/catalogue/organisations/" + organisation + "/edit",
                bands(policy, all), demands(policy, all), onCall(policy), words.loss(), words.severities(), words.waking(), words.prices(), words.heads(),
                editions(policies.editions(time.now()), new Names(view), time));
    }

    private static String lede(Policy policy, ReaderTime time) {
        if (policy.version() == 0) return "No organisation is described yet: the policy of the example is in force.";
        var until = policy.effectiveTo();
        return ModelWords.policy(policy, time) + (until == null ? "." : ", until " + time.full(until) + ".")
                + " From it every target, operating model and on-call level is calculated.";
    }

    private static List<Band> bands(Policy policy, List<Placed> all) {
        var counts = all.stream().filter(placed -> placed.level() != null).collect(Collectors.groupingBy(placed -> String.valueOf(placed.level()), Collectors.counting()));
        return policy.exposureBands().bands().reversed().stream()
                .map(band -> new Band(
                        Bands.range(policy, band), ModelWords.level(band.level()), Tolerances.clock(band.level()),
                        ModelWords.called(policy.onCallLevels().outOfHours(band.level())), count(counts, band.level().toString()),
                        Asked.of(Map.of("view", "table", "level", band.level().toString())).address(ModelFilters.PATH)))
                .toList();
    }

    private static List<Demand> demands(Policy policy, List<Placed> all) {
        var counts = all.stream().filter(placed -> placed.assessment().demand() != null)
                .collect(Collectors.groupingBy(placed -> String.valueOf(placed.assessment().demand()), Collectors.counting()));
        return policy.demandBands().stream()
                .map(band -> new Demand(
                        band.name(), ServiceWords.every(band), light(band.trafficLight()), count(counts, band.name()),
                        Asked.of(Map.of("view", "table", "demand", band.name())).address(ModelFilters.PATH)))
                .toList();
    }

    private static String count(Map<String, Long> counts, String key) {
        return ModelWords.services(counts.getOrDefault(key, 0L));
    }

    private static Status light(TrafficLight light) {
        return switch (light) {
            case GREEN -> new Status("green: You Build It You Run It", Shape.DOT, Tone.SAFE);
            case AMBER -> new Status("amber: the target decides", Shape.TRIANGLE, Tone.CAUTION);
            case RED -> new Status("red: Ops Run It", Shape.DIAMOND, Tone.LOSS);
        };
    }

    /** The levels beside the bands: 99.99 stands there before a band asks for it. */
    private static String onCall(Policy policy) {
        return policy.onCallLevels().from().entrySet().stream()
                .map(each -> "from " + ModelWords.level(each.getKey()) + " on " + ModelWords.called(each.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static List<Edition> editions(List<PolicyEdition> all, Names names, ReaderTime time) {
        var editions = new ArrayList<Edition>();
        for (var index = 0; index < Math.min(SHOWN, all.size()); index++) {
            var edition = all.get(index);
            var before = index + 1 < all.size() ? all.get(index + 1).version().spec() : null;
            editions.add(edition(edition, names, time, PolicyChange.between(before, edition.version().spec())));
        }
        return editions;
    }

    private static Edition edition(PolicyEdition edition, Names names, ReaderTime time, List<String> changes) {
        var version = edition.version();
        var from = version.effectiveFrom();
        var to = version.effectiveTo();
        var state = from != null && from.isAfter(time.now()) ? new Status("waits", Shape.HALF, Tone.ACCENT)
                : to == null || to.isAfter(time.now()) ? new Status("in force", Shape.CHECK, Tone.SAFE) : new Status("was", Shape.RING, Tone.QUIET);
        return new Edition("Version " + version.version(), state, from == null ? "" : "from " + time.full(from),
                names.of(edition.by()) + ", " + time.day(edition.recordedAt()), edition.reason() == null ? "" : edition.reason(), changes);
    }
}
