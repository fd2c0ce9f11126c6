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
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How true what is declared is, in a number of queries that does not grow with it. */
@Component
public class Truth {

    private final Documents documents;
    private final Selection selection;
    private final Policies policies;
    private final Coverage coverage;
    private final Contacts contacts;

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
            return new Report(at, facts.services().size(), Findings.of(facts));
        });
    }

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
