package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.operatingmodel.ServiceSelection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Which domains have to answer out of hours, now or within four weeks, and have no schedule for it. */
@Component
class DomainNeeds {

    static final Duration AHEAD = Duration.ofDays(28);

    /** As far back as what is declared is kept in memory. */
    private static final Duration BEFORE = Duration.ofDays(39);

    private final Documents documents;
    private final Schedules schedules;
    private final Selection selection;

    DomainNeeds(Documents documents, Schedules schedules, Selection selection) {
        this.documents = documents;
        this.schedules = schedules;
        this.selection = selection;
    }

    /** By the domain, with the services that need it, those that need it first at the beginning. */
    Map<DomainName, List<Proposal.Need>> of(CatalogueView view, Instant now) {
        var without = new HashSet<>(view.domains().stream().map(Domain::name).toList());
        schedules.nights(now).forEach(rota -> without.remove(rota.domain()));
        var services = view.services().stream()
                .filter(service -> service.isLive() && service.domain() != null && without.contains(service.domain()))
                .toList();
        var selections = selection.from(services.stream().map(Service::name).toList(), now.minus(BEFORE));
        var needs = new TreeMap<DomainName, List<Proposal.Need>>(Comparator.comparing(DomainName::value));
        for (var service : services) {
            since(view, service.name(), Objects.requireNonNull(selections.get(service.name())), now).ifPresent(since -> needs
                    .computeIfAbsent(Objects.requireNonNull(service.domain()), domain -> new ArrayList<>())
                    .add(new Proposal.Need(service.name(), OnCallLevel.DOMAIN.word(), since)));
        }
        needs.values().forEach(of -> of.sort(Comparator.comparing(Proposal.Need::since).thenComparing(need -> need.service().value())));
        return needs;
    }

    private Optional<Instant> since(CatalogueView view, ServiceName service, ServiceSelection selected, Instant now) {
        var from = now.minus(BEFORE);
        var edges = edges(service, selected, from, now.plus(AHEAD), view);
        var levels = new TreeMap<Instant, OnCallLevel>();
        for (var at = from; at.isBefore(now.plus(AHEAD)); ) {
            var there = selected.at(at);
            levels.put(at, there.onCall().outOfHours());
            at = Objects.requireNonNull(Earliest.of(there.until(), edges.higher(at), now.plus(AHEAD)));
        }
        return run(levels, level -> level == OnCallLevel.DOMAIN, now)
                .map(since -> since.equals(from) ? entered(view, service, from) : since);
    }

    /** The beginning of the stretch that goes on at an instant, else of the first one after it. */
    static Optional<Instant> run(NavigableMap<Instant, OnCallLevel> levels, Predicate<OnCallLevel> wanted, Instant now) {
        Optional<Instant> since = Optional.empty();
        for (var each : levels.entrySet()) {
            var is = wanted.test(each.getValue());
            if (is && since.isEmpty()) since = Optional.of(each.getKey());
            if (!is && since.isPresent()) {
                if (each.getKey().isAfter(now)) return since;
                since = Optional.empty();
            }
        }
        return since;
    }

    private NavigableSet<Instant> edges(ServiceName service, ServiceSelection selected, Instant from, Instant to, CatalogueView view) {
        var edges = new TreeSet<>(documents.edges("Service", List.of(service.value()), from, to));
        edges.addAll(documents.edges("Organisation", view.documents("Organisation").stream().map(Document::name).toList(), from, to));
        selected.decisions().forEach(decision -> edges.add(decision.at()));
        return edges;
    }

    /** Since longer than is looked back: since it was entered, as far as that is known. */
    private static Instant entered(CatalogueView view, ServiceName service, Instant from) {
        return view.document("Service", service.value())
                .filter(document -> document.version() == 1 || document.effectiveFrom().isBefore(from))
                .map(Document::effectiveFrom)
                .orElse(from);
    }
}
