package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Lifecycle;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.quantities.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        return at(documents.at(now), selection.decided(now));
    }

    /** The same of a view as it stands, by what was decided until then: no query. */
    public Present at(CatalogueView view, Map<ServiceName, Decision> decided) {
        return new Present(view, policies.in(view), decided, view.at());
    }

    /** The services by the policy in force. */
    public final class Present {

        private final CatalogueView view;
        private final Policy policy;
        private final Map<ServiceName, Decision> decided;
        private final Instant at;
        private final Map<ServiceName, Selected> selected;
        private final List<Placed> placed;
        private final Optional<Money> standby;

        private Present(CatalogueView view, Policy policy, Map<ServiceName, Decision> decided, Instant at) {
            this.view = view;
            this.policy = policy;
            this.decided = decided;
            this.at = at;
            var now = by(policy);
            this.selected = now.selected();
            this.standby = now.prices().total();
            this.placed = view.services().stream()
                    .filter(service -> service.lifecycle() != Lifecycle.DECOMMISSIONED)
                    .sorted(Comparator.comparing(Service::name))
                    .flatMap(service -> now.side(service).stream().map(side -> new Placed(service, side)))
                    .toList();
        }

        /** What is selected for each service. */
        public Map<ServiceName, Selected> selected() {
            return selected;
        }

        /** Until when all of it stays as it is if nobody declares or decides anything; null for good. */
        public @Nullable Instant until() {
            return Stream.concat(Stream.ofNullable(view.until()), selected.values().stream().flatMap(its -> Stream.ofNullable(its.until())))
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }

        /** Nothing changed: both sides are the same. */
        public Preview unchanged() {
            return beside(Placed::now, standby);
        }

        /** With these fields of an Organisation's spec in the place of those in force. */
        public Preview with(ObjectNode changes) {
            var then = by(policy.with(policies.termsWith(view, changes)));
            return beside(its -> then.side(its.service()).orElse(its.now()), then.prices().total());
        }

        private By by(Policy policy) {
            return new By(view, policy, selection.all(view, policy, decided, at));
        }

        private Preview beside(Function<Placed, Preview.Side> then, Optional<Money> standbyThen) {
            return new Preview(
                    placed.stream().map(its -> new Preview.Line(its.service().name(), its.now(), then.apply(its))).toList(), standby, standbyThen);
        }
    }

    private record Placed(Service service, Preview.Side now) {}

    private record By(Map<ServiceName, Selected> selected, StandbyPrices prices) {

        By(CatalogueView view, Policy policy, Map<ServiceName, Selected> selected) {
            this(selected, new StandbyPrices(view, policy, selected));
        }

        Optional<Preview.Side> side(Service service) {
            return Optional.ofNullable(selected.get(service.name())).map(its -> Preview.side(service, its, prices));
        }
    }
}
