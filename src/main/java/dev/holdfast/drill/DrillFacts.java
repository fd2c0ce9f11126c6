package dev.holdfast.drill;

import dev.holdfast.alerts.Way;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.notification.Contacts;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.oncall.Covering;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.quantities.Money;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what chains rest on, for all services at once: a few queries for each instant that there is. */
@Component
class DrillFacts {

    private final Documents documents;
    private final Coverage coverage;
    private final Contacts contacts;
    private final Selection selection;
    private final Policies policies;

    DrillFacts(Documents documents, Coverage coverage, Contacts contacts, Selection selection, Policies policies) {
        this.documents = documents;
        this.coverage = coverage;
        this.contacts = contacts;
        this.selection = selection;
        this.policies = policies;
    }

    /** Every way at every moment. */
    List<Chain> chains(CatalogueView view, List<Way> ways, Instant now) {
        return documents.holding(() -> {
            var moments = moments(view, services(ways), now);
            var facts = facts(moments.values().stream().flatMap(it -> it.entrySet().stream()).map(it -> new At(it.getKey(), it.getValue())).toList());
            var chains = new ArrayList<Chain>(ways.size() * Moment.values().length);
            moments.forEach((moment, instants) -> {
                for (var way : ways) {
                    var at = instant(view, moment, way.route().service(), instants, now);
                    var service = way.route().service();
                    chains.add(Following.of(way, service == null ? null : facts.get(new At(service, at)), moment, at));
                }
            });
            return chains;
        });
    }

    /** One way at one instant. */
    Chain chain(Way way, Moment moment, Instant at) {
        var service = way.route().service();
        return documents.holding(() -> {
            var facts = service == null ? Map.<At, Facts>of() : facts(List.of(new At(service, at)));
            return Following.of(way, service == null ? null : facts.get(new At(service, at)), moment, at);
        });
    }

    /** When a moment is for a service. */
    Instant instant(CatalogueView view, Moment moment, @Nullable ServiceName service, Instant now) {
        return instant(view, moment, service, Map.of(), now);
    }

    private record At(ServiceName service, Instant at) {}

    private static Set<ServiceName> services(List<Way> ways) {
        var services = new HashSet<ServiceName>();
        ways.forEach(way -> Optional.ofNullable(way.route().service()).ifPresent(services::add));
        return services;
    }

    private static Map<Moment, Map<ServiceName, Instant>> moments(CatalogueView view, Set<ServiceName> services, Instant now) {
        var tonight = new HashMap<WorkingCalendar, Instant>();
        var moments = new EnumMap<Moment, Map<ServiceName, Instant>>(Moment.class);
        for (var moment : Moment.values()) {
            var instants = new HashMap<ServiceName, Instant>();
            for (var service : services) {
                instants.put(service, moment == Moment.TONIGHT
                        ? tonight.computeIfAbsent(calendar(view, service), it -> Moments.tonight(it, now))
                        : instant(view, moment, service, Map.of(), now));
            }
            moments.put(moment, instants);
        }
        return moments;
    }

    private static Instant instant(
            CatalogueView view, Moment moment, @Nullable ServiceName service, Map<ServiceName, Instant> known, Instant now) {
        if (service != null && known.containsKey(service)) return Objects.requireNonNull(known.get(service));
        return switch (moment) {
            case NOW -> now;
            case TONIGHT -> Moments.tonight(service == null ? view.calendar() : calendar(view, service), now);
            case SUNDAY -> Moments.sunday(view.calendar().zone(), now);
        };
    }

    private static WorkingCalendar calendar(CatalogueView view, ServiceName service) {
        return view.calendarOf(view.service(service).map(it -> it.owner()).orElse(null));
    }

    private Map<At, Facts> facts(Collection<At> wanted) {
        var byInstant = new HashMap<Instant, Set<ServiceName>>();
        wanted.forEach(it -> byInstant.computeIfAbsent(it.at(), at -> new HashSet<>()).add(it.service()));
        var coverings = new HashMap<Instant, Collection<Covering>>();
        byInstant.forEach((at, services) -> coverings.put(at, coverage.of(services, at).values()));
        var people = coverings.values().stream()
                .flatMap(Collection::stream)
                .flatMap(DrillFacts::people)
                .collect(Collectors.toSet());
        var reachable = contacts.reachable(people);
        var facts = new HashMap<At, Facts>();
        coverings.forEach((at, all) -> {
            var view = documents.at(at);
            var known = known(view, people);
            all.forEach(covering -> facts.put(new At(covering.service(), at), facts(view, covering, reachable, known)));
        });
        return facts;
    }

    private static Stream<PersonName> people(Covering covering) {
        return Stream.concat(covering.people().stream(), covering.fallback().stream());
    }

    private record Known(Map<PersonName, Break> away, Map<PersonName, String> called) {}

    private static Known known(CatalogueView view, Set<PersonName> people) {
        var away = new HashMap<PersonName, Break>();
        var called = new HashMap<PersonName, String>();
        people.forEach(name -> view.person(name).ifPresent(person -> {
            called.put(name, person.shown());
            if (hasLeft(person, view.at())) away.put(name, Break.LEFT);
            else if (!person.onCall()) away.put(name, Break.OPTED_OUT);
        }));
        return new Known(away, called);
    }

    private static boolean hasLeft(Person person, Instant at) {
        var leaves = person.leaves();
        return leaves != null && LocalDate.ofInstant(at, person.zone()).isAfter(leaves);
    }

    private Facts facts(CatalogueView view, Covering covering, Set<PersonName> reachable, Known known) {
        var service = view.service(covering.service());
        var owner = service.map(it -> it.owner()).orElse(null);
        var assessment = selection.assessment(view, covering.service());
        return new Facts(
                owner,
                owner != null && view.team(owner).isPresent(),
                service.map(it -> it.domain()).orElse(null),
                assessment.missing(),
                covering,
                reachable,
                known.away(),
                known.called(),
                atRisk(view, covering));
    }

    private @Nullable Money atRisk(CatalogueView view, Covering covering) {
        return selection.assessment(view, covering.service())
                .effectiveAt(covering.at())
                .map(exposure -> exposure.perHour(policies.in(view).currency()))
                .orElse(null);
    }
}
