package dev.holdfast.paging;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.oncall.CoverStatus;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.oncall.Covering;
import dev.holdfast.oncall.Hours;
import dev.holdfast.oncall.Shadows;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.quantities.Because;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is in force at an instant, asked once for however many services. */
@Component
class Situations {

    private final Documents documents;
    private final EscalationPolicies policies;
    private final Coverage coverage;
    private final Shadows shadows;

    Situations(Documents documents, EscalationPolicies policies, Coverage coverage, Shadows shadows) {
        this.documents = documents;
        this.policies = policies;
        this.coverage = coverage;
        this.shadows = shadows;
    }

    /** With what covers these services worked out at once, in a constant number of queries. */
    At at(Instant now, Collection<ServiceName> services) {
        var present = at(now);
        if (services.size() > 1) {
            present.coverings.putAll(coverage.of(services, now));
        }
        return present;
    }

    At at(Instant now) {
        var view = documents.at(now);
        return new At(view, policies.in(view), now, new HashMap<>());
    }

    /** One instant; who covers a service is worked out once. */
    final class At {

        private final CatalogueView view;
        private final EscalationPolicy policy;
        private final Instant now;
        private final Map<ServiceName, Covering> coverings;
        private final Coverage.At covering;

        private At(CatalogueView view, EscalationPolicy policy, Instant now, Map<ServiceName, Covering> coverings) {
            this.view = view;
            this.policy = policy;
            this.now = now;
            this.coverings = coverings;
            this.covering = coverage.at(view, now);
        }

        EscalationPolicy policy() {
            return policy;
        }

        Situation of(ServiceName service) {
            var covering = coverings.computeIfAbsent(service, this::covering);
            return new Situation(now, view, policy, covering, this::lastResort);
        }

        /** Who goes along with somebody who is called, from memory: no call waits for them. */
        List<PersonName> alongside(Called called) {
            var schedule = called.callout().schedule();
            return schedule == null ? List.of() : shadows.beside(view, schedule, called.person());
        }

        private Covering covering(ServiceName service) {
            return view.service(service).isPresent() ? covering.of(service) : orphaned(service);
        }

        /** Nobody is dropped because a service was ended meanwhile. */
        private Covering orphaned(ServiceName service) {
            var why = new Because("NO_SUCH_SERVICE", "There is no service " + service + " any more.", Map.of());
            return new Covering(
                    service, now, CoverStatus.FALLBACK, OnCallLevel.TEAM, Hours.OUT_OF_HOURS, lastResort(), null, null,
                    null, List.of(), null, true, List.of(why), List.of());
        }

        /** The incident managers on duty, then the administrators. */
        private List<PersonName> lastResort() {
            var people = new LinkedHashSet<PersonName>(coverage.dutyIncidentManagers(now));
            people.addAll(view.administrators());
            return List.copyOf(people);
        }
    }
}
