package dev.holdfast.portal.web.groups;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.oncall.Covering;
import dev.holdfast.oncall.OnCallNow;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which services a schedule may answer for, and for which of them a person is called. */
@Component
public class Answering {

    /** Of so many at most it is worked out who covers them. */
    private static final int MOST = 200;

    private final Coverage coverage;
    private final OwnedServices owned;

    Answering(Coverage coverage, OwnedServices owned) {
        this.coverage = coverage;
        this.owned = owned;
    }

    /** Those of the domain or the team whose schedule it is, and those that the team supports. */
    public static Set<Service> candidates(CatalogueView view, OnCallNow schedule) {
        if (schedule.domain() != null) return new LinkedHashSet<>(view.servicesIn(schedule.domain()));
        var team = schedule.team();
        if (team == null) return Set.of();
        var services = new LinkedHashSet<>(view.servicesOf(team));
        view.services().stream().filter(service -> service.support().containsValue(team)).forEach(services::add);
        return services;
    }

    /** Those for which the person is called at that instant by these schedules, with why; the most at risk first. */
    public Map<ServiceName, Covering> of(CatalogueView view, PersonName person, Collection<OnCallNow> by, Instant at) {
        var candidates = new LinkedHashSet<Service>();
        by.forEach(schedule -> candidates.addAll(candidates(view, schedule)));
        var risks = owned.risks(view, candidates);
        var asked = candidates.stream().filter(Service::isLive).sorted(OwnedServices.byRisk(risks)).limit(MOST).map(Service::name).toList();
        if (asked.isEmpty()) return Map.of();
        var found = new LinkedHashMap<ServiceName, Covering>();
        coverage.of(asked, at).forEach((service, covering) -> {
            if (calls(covering, person)) found.put(service, covering);
        });
        return found;
    }

    private static boolean calls(Covering covering, PersonName person) {
        return covering.people().contains(person) || covering.tiers().stream().anyMatch(tier -> tier.people().contains(person));
    }

    /** The services of that view by these names. */
    public static List<Service> services(CatalogueView view, Collection<ServiceName> names) {
        return names.stream().flatMap(name -> view.service(name).stream()).toList();
    }
}
