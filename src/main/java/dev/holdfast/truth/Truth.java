package dev.holdfast.truth;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.notification.Contacts;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.oncall.MadeOverride;
import dev.holdfast.operatingmodel.Decision;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.quantities.Money;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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

    /** What was found before is told again while all that it follows from is equal, and no time has come that changes it. */
    public Report at(Instant at) {
        return documents.holding(() -> {
            var view = documents.at(at);
            var basis = basis(view, at);
            var before = known;
            if (before != null && before.holds(basis, at)) return before.report().at(at);
            var found = found(view, at, basis);
            if (!TransactionSynchronizationManager.isActualTransactionActive()) known = found;
            return found.report();
        });
    }

    /** The same for who only counts: at most a minute old, and never of another catalogue. */
    public Report lately(Instant at) {
        var before = known;
        return before != null
                        && before.basis().revision() == documents.revision()
                        && Duration.between(before.report().at(), at).abs().compareTo(LATELY) < 0
                ? before.report()
                : at(at);
    }

    /** All that a report follows from but the time. */
    private record Basis(
            long revision, LocalDate today, Map<ServiceName, Decision> decided, List<MadeOverride> made, Set<PersonName> reachable) {}

    private record Known(Basis basis, Period stands, Report report) {

        boolean holds(Basis now, Instant at) {
            return stands.contains(at) && basis.equals(now);
        }
    }

    private Basis basis(CatalogueView view, Instant at) {
        var people = view.people().stream().map(Person::name).toList();
        return new Basis(
                documents.revision(), at.atZone(view.calendar().zone()).toLocalDate(), selection.decided(at), coverage.made(at),
                contacts.reachable(people));
    }

    private Known found(CatalogueView view, Instant at, Basis basis) {
        var live = view.services().stream().filter(Service::isLive).map(Service::name).toList();
        var selected = selection.all(view, basis.decided(), at);
        var standing = coverage.standing(live, at);
        var facts = new Facts(
                view, basis.today(), selected, atRisk(view), standing.coverings(), basis.reachable(), documents.ended("Team", at));
        var until = Stream.concat(selected.values().stream().map(Selected::until), Stream.of(standing.until()))
                .flatMap(Stream::ofNullable)
                .min(Instant::compareTo)
                .orElse(null);
        return new Known(basis, new Period(at, until), new Report(at, facts.services().size(), Findings.of(facts)));
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
