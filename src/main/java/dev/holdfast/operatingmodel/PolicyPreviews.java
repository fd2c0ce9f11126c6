package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Lifecycle;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
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
        return now().with(changes);
    }

    /** What is in force, selected once, for any number of previews beside it. */
    public Present now() {
        var now = clock.instant();
        var view = documents.at(now);
        var policy = policies.in(view);
        return new Present(view, now, new By(view, policy, selection.all(view, policy, now)));
    }

    /** The services by the policy in force. */
    public final class Present {

        private final CatalogueView view;
        private final Instant at;
        private final By now;

        private Present(CatalogueView view, Instant at, By now) {
            this.view = view;
            this.at = at;
            this.now = now;
        }

        /** What is selected for each service. */
        public Map<ServiceName, Selected> selected() {
            return now.selected();
        }

        /** Nothing changed: both sides are the same. */
        public Preview unchanged() {
            return beside(now);
        }

        /** With these fields of an Organisation's spec in the place of those in force. */
        public Preview with(ObjectNode changes) {
            var other = now.policy().with(policies.termsWith(view, changes));
            return beside(new By(view, other, selection.all(view, other, at)));
        }

        private Preview beside(By then) {
            var lines = view.services().stream()
                    .filter(service -> service.lifecycle() != Lifecycle.DECOMMISSIONED)
                    .sorted(Comparator.comparing(Service::name))
                    .flatMap(service -> now.side(service).stream()
                            .map(side -> new Preview.Line(service.name(), side, then == now ? side : then.side(service).orElse(side))))
                    .toList();
            return new Preview(lines, now.prices().total(), then.prices().total());
        }
    }

    private record By(Policy policy, Map<ServiceName, Selected> selected, StandbyPrices prices) {

        By(CatalogueView view, Policy policy, Map<ServiceName, Selected> selected) {
            this(policy, selected, new StandbyPrices(view, policy, selected));
        }

        Optional<Preview.Side> side(Service service) {
            return Optional.ofNullable(selected.get(service.name())).map(its -> Preview.side(service, its, prices));
        }
    }
}
