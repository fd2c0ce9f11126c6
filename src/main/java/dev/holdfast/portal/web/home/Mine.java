package dev.holdfast.portal.web.home;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.oncall.Covering;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.portal.web.groups.Duty;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has to do with, at an instant.
 *
 * @param person null where the account is no person
 * @param teams those that they are in, lead, are product manager of or pay for
 * @param naming the schedules that name them, of {@code schedules} that concern them or their teams
 * @param services what they answer for: their teams' and, when they are on call, what they are called for; the most at risk first
 * @param duty the one that goes on or comes next in which they are called for something; empty where they have none
 * @param called for which services they are called in that duty, and why
 */
record Mine(
        CatalogueView view,
        @Nullable PersonName person,
        boolean admin,
        List<Team> teams,
        List<OnCallNow> schedules,
        List<OnCallNow> naming,
        List<Duty> duties,
        Optional<Duty> duty,
        List<Service> services,
        Map<ServiceName, Covering> called) {

    /** The part of that duty that goes on, else its first. */
    Optional<Period> part() {
        return duty.flatMap(it -> part(it, view.at()));
    }

    static Optional<Period> part(Duty duty, Instant now) {
        return duty.at(now).or(() -> duty.firstAfter(now));
    }

    boolean isOnCall() {
        return duty.flatMap(it -> it.at(view.at())).isPresent();
    }

    /** Whether they are incident manager on duty now. */
    boolean isOnDuty() {
        return duties.stream().anyMatch(it -> isOfTheDuty(it) && it.at(view.at()).isPresent());
    }

    static boolean isOfTheDuty(Duty duty) {
        return duty.schedule().team() == null && duty.schedule().domain() == null;
    }

    boolean owns(Service service) {
        return teams.stream().anyMatch(team -> team.name().equals(service.owner()));
    }

    /** Whether they take turns and are of those whose schedule it is. */
    boolean mayTake(OnCallNow schedule) {
        if (person == null || view.person(person).filter(Person::onCall).isEmpty()) return false;
        var mineToo = teams.stream().filter(team -> team.members().contains(person)).toList();
        if (schedule.domain() != null) {
            return mineToo.stream().anyMatch(team -> view.servicesOf(team.name()).stream().anyMatch(service -> schedule.domain().equals(service.domain())));
        }
        return mineToo.stream().anyMatch(team -> team.name().equals(schedule.team()));
    }

    WorkingCalendar calendar(OnCallNow schedule) {
        return view.calendarOf(schedule.team());
    }

    List<ServiceName> names() {
        return services.stream().map(Service::name).toList();
    }
}
