package dev.holdfast.portal.web.home;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.oncall.Covering;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.portal.web.groups.Answering;
import dev.holdfast.portal.web.groups.Duty;
import dev.holdfast.portal.web.groups.OwnedServices;
import dev.holdfast.portal.web.groups.ShiftsAhead;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds out what a reader has to do with, in a constant number of queries. */
@Component
class Mines {

    private static final Duration AHEAD = Duration.ofDays(56);
    /** Of so many duties it is asked what they are called for. */
    private static final int LOOKED_AT = 4;
    /** Of so many services at most, the most at risk, it is said how they stand. */
    private static final int MOST = 200;

    private final Schedules schedules;
    private final ShiftsAhead duties;
    private final Answering answering;
    private final OwnedServices owned;

    Mines(Schedules schedules, ShiftsAhead duties, Answering answering, OwnedServices owned) {
        this.schedules = schedules;
        this.duties = duties;
        this.answering = answering;
        this.owned = owned;
    }

    Mine of(CatalogueView view, Viewer viewer) {
        var name = viewer.person();
        if (name == null || view.person(new PersonName(name)).isEmpty()) return ofNobody(view, viewer);
        var person = new PersonName(name);
        var teams = view.teams().stream().filter(team -> concerns(team, person)).toList();
        var paid = view.domains().stream().filter(domain -> person.equals(domain.budgetHolder())).map(Domain::name).collect(Collectors.toSet());
        var services = new LinkedHashSet<Service>();
        teams.forEach(team -> services.addAll(view.servicesOf(team.name())));
        paid.forEach(domain -> services.addAll(view.servicesIn(domain)));
        var domains = services.stream().map(Service::domain).filter(Objects::nonNull).collect(Collectors.toSet());
        var concerning = schedules.concerning(person, teams.stream().map(Team::name).collect(Collectors.toSet()), domains, view.at());
        var ahead = duties.of(view, person, concerning, AHEAD);
        var naming = concerning.stream().filter(schedule -> ahead.stream().anyMatch(duty -> duty.schedule().equals(schedule))).toList();
        var duty = duty(view, person, ahead);
        duty.ifPresent(it -> services.addAll(Answering.services(view, it.called().keySet())));
        return new Mine(view, person, viewer.isAdmin(), teams, concerning, naming, ahead, duty.map(Chosen::duty), byRisk(view, services),
                duty.map(Chosen::called).orElse(Map.of()));
    }

    private record Chosen(Duty duty, Map<ServiceName, Covering> called) {}

    /** Of the next few duties the first in which they are called for something: a schedule may name them while no service asks for it. */
    private Optional<Chosen> duty(CatalogueView view, PersonName person, List<Duty> ahead) {
        var first = ahead.stream().limit(LOOKED_AT).map(duty -> chosen(view, person, duty)).toList();
        return first.stream().filter(it -> Mine.isOfTheDuty(it.duty()) || !it.called().isEmpty()).findFirst().or(() -> first.stream().findFirst());
    }

    private Chosen chosen(CatalogueView view, PersonName person, Duty duty) {
        var from = Mine.part(duty, view.at()).map(Period::from).filter(view.at()::isBefore).orElse(view.at());
        return new Chosen(duty, answering.of(view, person, List.of(duty.schedule()), from));
    }

    /** To an administrator who is no person, everything is theirs to look after. */
    private Mine ofNobody(CatalogueView view, Viewer viewer) {
        var services = viewer.isAdmin() ? view.services() : Set.<Service>of();
        return new Mine(view, null, viewer.isAdmin(), List.of(), List.of(), List.of(), List.of(), Optional.empty(), byRisk(view, services), Map.of());
    }

    private List<Service> byRisk(CatalogueView view, Collection<Service> services) {
        return services.stream().sorted(OwnedServices.byRisk(owned.risks(view, services))).limit(MOST).toList();
    }

    private static boolean concerns(Team team, PersonName person) {
        var holder = team.budgetHolder();
        return team.members().contains(person) || person.equals(team.lead()) || person.equals(team.productManager())
                || holder != null && person.equals(holder.person());
    }
}
