package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamKind;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.catalogue.Tier;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.operatingmodel.ServiceMoment;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the decision who covers a service rests on. */
@Component
class Grounds {

    private final ScheduleBook book;
    private final Selection selection;

    Grounds(ScheduleBook book, Selection selection) {
        this.book = book;
        this.selection = selection;
    }

    Ground of(CatalogueView view, Service service, Instant at, Reached reached) {
        var support = support(view, service);
        var teams = teams(service, support);
        var rota = book.rota(view, at, (name, schedule) -> concerns(schedule.holder(), service, teams));
        return ground(view, service, support, rota, reached, instant -> instant.equals(at)
                ? selection.of(view, service.name(), at)
                : selection.of(service.name(), instant));
    }

    /** Of several services, with their selections and overrides asked for at once. */
    Map<ServiceName, Ground> of(CatalogueView view, List<Service> services, Instant at, Reached reached) {
        var selected = selection.of(services.stream().map(each -> new ServiceMoment(each.name(), at)).toList());
        var all = book.rota(view, at, (name, schedule) -> true);
        var grounds = new LinkedHashMap<ServiceName, Ground>();
        for (var service : services) {
            var support = support(view, service);
            var teams = teams(service, support);
            var rota = all.of(holder -> concerns(holder, service, teams));
            grounds.put(service.name(), ground(view, service, support, rota, reached, instant -> instant.equals(at)
                    ? Objects.requireNonNull(selected.get(new ServiceMoment(service.name(), at)))
                    : selection.of(service.name(), instant)));
        }
        reached.among(grounds.values().stream()
                .flatMap(ground -> Fallback.candidates(ground, at).stream())
                .toList());
        return grounds;
    }

    private Ground ground(
            CatalogueView view, Service service, Map<Tier, Ground.Party> support, Rota rota,
            Reached reached, Function<Instant, Selected> selected) {
        return new Ground(
                subject(view, service),
                support,
                instant -> levels(selected.apply(instant)),
                rota,
                chain(view, service.owner(), reached));
    }

    List<PersonName> onDuty(CatalogueView view, Instant at) {
        var rota = book.rota(view, at, (name, schedule) -> schedule.holder() instanceof Holder.OfDuty);
        return Fallback.onDuty(rota, view.calendar(), at);
    }

    private static Ground.Subject subject(CatalogueView view, Service service) {
        var owner = service.owner();
        var until = Earliest.of(
                ends(view.document("Service", service.name().value())),
                owner == null ? null : ends(view.document("Team", owner.value())));
        return new Ground.Subject(
                service.name(), service.lifecycle(), owner, service.domain(), calendar(view, owner), until);
    }

    private static Ground.Chain chain(CatalogueView view, @Nullable TeamName owner, Reached reached) {
        var team = owner == null ? Optional.<Team>empty() : view.team(owner);
        var administrators = view.people().stream().filter(Person::isAdmin).map(Person::name).sorted().toList();
        return new Ground.Chain(
                team.map(Team::lead).orElse(null),
                team.map(Team::productManager).orElse(null),
                view.calendar(),
                administrators,
                reached);
    }

    /** L1 and L2 are the organisation's only team of that kind, and L3 the owner, where the service names no others. */
    private static Map<Tier, Ground.Party> support(CatalogueView view, Service service) {
        var support = new EnumMap<Tier, Ground.Party>(Tier.class);
        for (var tier : Tier.values()) {
            var team = service.support().get(tier);
            var party = team == null ? usual(view, service, tier) : team;
            if (party != null) {
                support.put(tier, new Ground.Party(party, calendar(view, party)));
            }
        }
        return support;
    }

    private static @Nullable TeamName usual(CatalogueView view, Service service, Tier tier) {
        return switch (tier) {
            case L1 -> only(view, TeamKind.OPERATIONS_BRIDGE);
            case L2 -> only(view, TeamKind.APPLICATION_SUPPORT);
            case L3 -> service.owner();
        };
    }

    private static @Nullable TeamName only(CatalogueView view, TeamKind kind) {
        var teams = view.teams(kind);
        return teams.size() == 1 ? teams.getFirst().name() : null;
    }

    private static boolean concerns(Holder holder, Service service, Set<TeamName> teams) {
        return switch (holder) {
            case Holder.OfTeam(var team, var tier) -> teams.contains(team);
            case Holder.OfDomain(var domain) -> domain.equals(service.domain());
            case Holder.OfDuty() -> true;
        };
    }

    private static Set<TeamName> teams(Service service, Map<Tier, Ground.Party> support) {
        return Stream.concat(
                        support.values().stream().map(Ground.Party::name), Stream.ofNullable(service.owner()))
                .collect(Collectors.toSet());
    }

    private static Levels levels(Selected selected) {
        var level = selected.level();
        return new Levels(
                selected.operatingModel(),
                level == null ? null : level.toString(),
                selected.onCall().workingHours(),
                selected.onCall().outOfHours(),
                selected.until());
    }

    private static WorkingCalendar calendar(CatalogueView view, @Nullable TeamName team) {
        return view.calendarOf(team);
    }

    private static @Nullable Instant ends(Optional<Document> document) {
        return document.map(Document::inForce).map(period -> period.to()).orElse(null);
    }
}
