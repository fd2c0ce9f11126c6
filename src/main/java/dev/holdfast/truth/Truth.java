package dev.holdfast.truth;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.notification.Contacts;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.quantities.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How true what is declared is, in a number of queries that does not grow with it. */
@Component
public class Truth {

    private static final Duration LATELY = Duration.ofMinutes(1);

    private final Documents documents;
    private final Selection selection;
    private final Policies policies;
    private final Coverage coverage;
    private final Contacts contacts;
    private volatile @Nullable Known known;

    Truth(Documents documents, Selection selection, Policies policies, Coverage coverage, Contacts contacts) {
        this.documents = documents;
        this.selection = selection;
        this.policies = policies;
        this.coverage = coverage;
        this.contacts = contacts;
    }

    public Report at(Instant at) {
        return documents.holding(() -> {
            var view = documents.at(at);
            var facts = facts(view, at);
            var report = new Report(at, facts.services().size(), Findings.of(facts));
            known = new Known(documents.revision(), report);
            return report;
        });
    }

    /** The same for who only counts: at most a minute old, and never of another catalogue. */
    public Report lately(Instant at) {
        var before = known;
        return before != null
                        && before.revision() == documents.revision()
                        && Duration.between(before.report().at(), at).abs().compareTo(LATELY) < 0
                ? before.report()
                : at(at);
    }

    private record Known(long revision, Report report) {}

    private Facts facts(CatalogueView view, Instant at) {
        var live = view.services().stream().filter(Service::isLive).map(Service::name).toList();
        var people = view.people().stream().map(Person::name).toList();
        return new Facts(
                view, at.atZone(view.calendar().zone()).toLocalDate(), selection.all(view, at), atRisk(view),
                coverage.of(live, at), contacts.reachable(people), documents.ended("Team", at));
    }

    private Map<ServiceName, Money> atRisk(CatalogueView view) {
        var currency = policies.in(view).currency();
        var atRisk = new HashMap<ServiceName, Money>();
        for (var service : view.services()) {
            var exposure = selection.assessment(view, service.name()).exposure();
            if (exposure != null) atRisk.put(service.name(), exposure.perHour(currency));
        }
        return atRisk;
    }
}
