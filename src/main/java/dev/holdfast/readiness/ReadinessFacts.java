package dev.holdfast.readiness;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Link;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.notification.Contacts;
import dev.holdfast.oncall.CoverStatus;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.oncall.Covering;
import dev.holdfast.oncall.NightRota;
import dev.holdfast.oncall.OnCallChecks;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.oncall.Shadows;
import dev.holdfast.operatingmodel.Decision;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what is known of services and of people: each kind of question is asked once for all of them. */
@Component
class ReadinessFacts {

    private static final Duration SOON = Duration.ofDays(28);

    private final Selection selection;
    private final Contacts contacts;
    private final Coverage coverage;
    private final OnCallChecks checks;
    private final Schedules schedules;
    private final Shadows shadows;

    ReadinessFacts(
            Selection selection, Contacts contacts, Coverage coverage, OnCallChecks checks, Schedules schedules,
            Shadows shadows) {
        this.selection = selection;
        this.contacts = contacts;
        this.coverage = coverage;
        this.checks = checks;
        this.schedules = schedules;
        this.shadows = shadows;
    }

    Map<ServiceName, ServiceFacts> ofAll(CatalogueView view, Collection<Service> services) {
        return services.isEmpty() ? Map.of() : of(view, services, selection.decided(view.at()));
    }

    ServiceFacts of(CatalogueView view, Service service) {
        var name = service.name();
        var decided = selection.decided(name, view.at()).map(decision -> Map.of(name, decision)).orElse(Map.of());
        return Objects.requireNonNull(of(view, List.of(service), decided).get(name));
    }

    /** @param decided the latest decision of each of them */
    private Map<ServiceName, ServiceFacts> of(CatalogueView view, Collection<Service> services, Map<ServiceName, Decision> decided) {
        var selected = selection.of(view, services, decided, view.at());
        var taking = new HashMap<TeamName, List<Person>>();
        services.forEach(service -> view.ownerOf(service.name()).ifPresent(team -> taking.computeIfAbsent(team.name(), name -> taking(view, team))));
        var reachable = contacts.reachable(taking.values().stream().flatMap(List::stream).map(Person::name).collect(Collectors.toSet()));
        var nights = nights(view, services, selected);
        var facts = new LinkedHashMap<ServiceName, ServiceFacts>();
        services.forEach(service -> facts.put(service.name(), facts(
                view, service, Objects.requireNonNull(selected.get(service.name())), decided.get(service.name()), taking, reachable,
                Objects.requireNonNull(nights.get(service.name())))));
        return facts;
    }

    PersonFacts ofPerson(CatalogueView view, Person person) {
        return new PersonFacts(
                view.at(), person, view.teamsOf(person.name()), contacts.reachable(person.name()),
                shadows.done(List.of(person.name())).getOrDefault(person.name(), List.of()));
    }

    private static ServiceFacts facts(
            CatalogueView view, Service service, Selected selected, @Nullable Decision decided, Map<TeamName, List<Person>> taking,
            Set<PersonName> reachable, ServiceFacts.Nights nights) {
        var owner = view.ownerOf(service.name()).orElse(null);
        var people = owner == null ? List.<Person>of() : taking.getOrDefault(owner.name(), List.of());
        var links = new HashMap<String, Link>(view.linkTemplates().of(service));
        links.putAll(service.links());
        return new ServiceFacts(
                view.at(), view.calendarOf(service.owner()).zone(), service, owner, Optional.ofNullable(service.domain()).flatMap(view::domain).orElse(null),
                selected, decided, links, people, people.stream().filter(person -> !reachable.contains(person.name())).toList(), nights);
    }

    private static List<Person> taking(CatalogueView view, Team team) {
        return team.members().stream()
                .map(view::person)
                .flatMap(Optional::stream)
                .filter(person -> person.onCall() && !person.hasLeft(view.at()))
                .toList();
    }

    /** Who answers when work next ends; teams that end at one instant are asked about together. */
    private Map<ServiceName, ServiceFacts.Nights> nights(CatalogueView view, Collection<Service> services, Map<ServiceName, Selected> selected) {
        var byEvening = new TreeMap<Instant, List<ServiceName>>();
        services.forEach(service -> byEvening.computeIfAbsent(evening(view, service), at -> new ArrayList<>()).add(service.name()));
        var covered = new HashMap<ServiceName, Covering>();
        byEvening.forEach((at, names) -> covered.putAll(coverage.of(names, at)));
        var changing = services.stream().anyMatch(service -> changesSoon(covered.get(service.name()), selected.get(service.name())));
        var rotas = changing ? schedules.nights(view.at()) : List.<NightRota>of();
        var relied = new HashMap<ServiceName, Set<String>>();
        services.forEach(service -> relied.put(service.name(), relied(service, covered.get(service.name()), selected.get(service.name()), rotas)));
        var gaps = checks.nextGaps(view.at(), relied.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        var nights = new HashMap<ServiceName, ServiceFacts.Nights>();
        services.forEach(service -> nights.put(
                service.name(), nights(covered.get(service.name()), Objects.requireNonNull(relied.get(service.name())), gaps)));
        return nights;
    }

    /** The schedule that answers then; where the selection changes soon, as at a peak, those of team and domain as well. */
    private static Set<String> relied(Service service, @Nullable Covering covering, @Nullable Selected selected, List<NightRota> rotas) {
        var relied = new HashSet<String>();
        if (covering != null && covering.schedule() != null) relied.add(covering.schedule());
        if (changesSoon(covering, selected)) {
            rotas.stream()
                    .filter(rota -> rota.team() != null && rota.team().equals(service.owner()) || rota.domain() != null && rota.domain().equals(service.domain()))
                    .map(NightRota::schedule)
                    .forEach(relied::add);
        }
        return relied;
    }

    private static boolean changesSoon(@Nullable Covering covering, @Nullable Selected selected) {
        var until = selected == null ? null : selected.until();
        return covering != null && until != null && until.isBefore(covering.at().plus(SOON));
    }

    private static ServiceFacts.Nights nights(@Nullable Covering covering, Set<String> relied, Map<String, Instant> gaps) {
        if (covering == null) return new ServiceFacts.Nights(false, false, null);
        var gap = relied.stream().map(gaps::get).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
        return new ServiceFacts.Nights(covering.status() == CoverStatus.SUPPRESSED, covering.status() == CoverStatus.COVERED && !covering.gap(), gap);
    }

    private static Instant evening(CatalogueView view, Service service) {
        var calendar = view.calendarOf(service.owner());
        return calendar.isWorking(view.at()) ? calendar.nextEdge(view.at()) : view.at();
    }
}
