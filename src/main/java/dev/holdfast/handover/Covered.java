package dev.holdfast.handover;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.IncidentFilter;
import dev.holdfast.incidents.IncidentType;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.oncall.Covering;
import dev.holdfast.oncall.OnCallNow;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the incidents that are a schedule's to know of: those of the services that it answers for. */
@Component
class Covered {

    private final Coverage coverage;

    Covered(Coverage coverage) {
        this.coverage = coverage;
    }

    /** Every incident that reaches into that time; an incident manager's are the major ones, whosever the service. */
    IncidentFilter incidents(CatalogueView view, OnCallNow schedule, Instant from, Instant to) {
        var all = new IncidentFilter((String) null, Set.of(), null, from, to);
        if (schedule.team() == null && schedule.domain() == null) return new IncidentFilter((String) null, Set.of(), IncidentType.MAJOR, from, to);
        return all.of(services(view, schedule).stream().map(ServiceName::value).collect(Collectors.toSet()));
    }

    /** Of its holder's services those that it is asked for now; where it is asked for none at this hour, all of them. */
    private Set<ServiceName> services(CatalogueView view, OnCallNow schedule) {
        var candidates = candidates(view, schedule).stream().map(Service::name).collect(Collectors.toCollection(LinkedHashSet::new));
        var answered = coverage.of(candidates, view.at()).values().stream()
                .filter(covering -> answers(covering, schedule.schedule()))
                .map(Covering::service)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return answered.isEmpty() ? candidates : answered;
    }

    private static Set<Service> candidates(CatalogueView view, OnCallNow schedule) {
        if (schedule.domain() != null) return new LinkedHashSet<>(view.servicesIn(schedule.domain()));
        var team = schedule.team();
        if (team == null) return Set.of();
        var services = new LinkedHashSet<>(view.servicesOf(team));
        view.services().stream().filter(service -> service.support().containsValue(team)).forEach(services::add);
        return services;
    }

    private static boolean answers(Covering covering, String schedule) {
        return schedule.equals(covering.schedule()) || covering.tiers().stream().anyMatch(tier -> schedule.equals(tier.schedule()));
    }
}
