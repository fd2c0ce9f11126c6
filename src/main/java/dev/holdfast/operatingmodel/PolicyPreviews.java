package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Lifecycle;
import dev.holdfast.catalogue.Service;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What another policy would make of the services that there are. Changes nothing. */
@org.springframework.stereotype.Service
public class PolicyPreviews {

    private final Documents documents;
    private final Policies policies;
    private final Selection selection;
    private final Clock clock;

    PolicyPreviews(Documents documents, Policies policies, Selection selection, Clock clock) {
        this.documents = documents;
        this.policies = policies;
        this.selection = selection;
        this.clock = clock;
    }

    /** With these fields of an Organisation's spec in the place of those in force. */
    public Preview of(ObjectNode changes) {
        var now = clock.instant();
        var view = documents.at(now);
        var policy = policies.in(view);
        return between(view, policy, policy.with(policies.termsWith(view, changes)), now);
    }

    private Preview between(CatalogueView view, Policy present, Policy other, Instant at) {
        var before = selection.all(view, present, at);
        var after = selection.all(view, other, at);
        var pricesBefore = new StandbyPrices(view, present, before);
        var pricesAfter = new StandbyPrices(view, other, after);
        var lines = view.services().stream()
                .filter(service -> service.lifecycle() != Lifecycle.DECOMMISSIONED)
                .sorted(Comparator.comparing(Service::name))
                .flatMap(service -> Stream.ofNullable(before.get(service.name()))
                        .map(now -> new Preview.Line(
                                service.name(),
                                Preview.side(service, now, pricesBefore),
                                Preview.side(service, after.getOrDefault(service.name(), now), pricesAfter))))
                .toList();
        return new Preview(lines, pricesBefore.total(), pricesAfter.total());
    }
}
