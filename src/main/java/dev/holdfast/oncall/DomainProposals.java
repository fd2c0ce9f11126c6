package dev.holdfast.oncall;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.NotFound;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.notification.Contacts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposes a schedule for each domain that has to answer out of hours and has none, from the people of its teams. It
 * calls nobody until a person confirms it: until then the fallback chain is called and the gap is shown.
 */
@Service
public class DomainProposals {

    private final Documents documents;
    private final DomainNeeds needs;
    private final Siblings siblings;
    private final Contacts contacts;
    private final DomainProposalStore store;
    private final Catalogue catalogue;
    private final Ledger ledger;
    private final Clock clock;

    DomainProposals(
            Documents documents,
            DomainNeeds needs,
            Siblings siblings,
            Contacts contacts,
            DomainProposalStore store,
            Catalogue catalogue,
            Ledger ledger,
            Clock clock) {
        this.documents = documents;
        this.needs = needs;
        this.siblings = siblings;
        this.contacts = contacts;
        this.store = store;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Those that wait for somebody, then those that were decided, the latest first. */
    public List<Proposal> all() {
        var all = new ArrayList<>(open(clock.instant()));
        all.addAll(store.decided());
        return all;
    }

    /** Those that wait for somebody, as the facts are at that instant. */
    public List<Proposal> open(Instant now) {
        return documents.holding(() -> open(documents.at(now), now));
    }

    private List<Proposal> open(CatalogueView view, Instant now) {
        var needed = needs.of(view, now);
        if (needed.isEmpty()) return List.of();
        var past = store.past().stream().collect(Collectors.toMap(DomainProposalStore.Past::domain, each -> each));
        var open = new ArrayList<Proposal>();
        needed.forEach((name, because) -> {
            var before = past.getOrDefault(name, new DomainProposalStore.Past(name, 0, Set.of()));
            var services = because.stream().map(Proposal.Need::service).toList();
            if (!before.dismissedFor().containsAll(services)) {
                view.domain(name).ifPresent(domain -> open.add(proposed(view, domain, because, before.decided(), now)));
            }
        });
        return open;
    }

    private Proposal proposed(CatalogueView view, Domain domain, List<Proposal.Need> because, int decided, Instant now) {
        var first = because.getFirst().since();
        var needed = first.isAfter(now) ? first : now;
        var teams = siblings.people(view, domain.name(), needed);
        var reachable = contacts.reachable(teams.stream().flatMap(List::stream).collect(Collectors.toSet()));
        var people = Proposing.order(teams, reachable::contains);
        var key = "on-call-proposal/%s/%d".formatted(domain.name(), decided);
        return new Proposal(
                UUID.nameUUIDFromBytes(key.getBytes(UTF_8)).toString(),
                domain.name(),
                because,
                Proposing.warnings(domain, people, reachable::contains),
                Proposing.schedule(domain, people, view.calendar(), needed),
                Proposal.State.PROPOSED,
                null);
    }

    public boolean mayDecide(Viewer viewer, DomainName domain) {
        return siblings.mayDecide(viewer, documents.at(clock.instant()), domain);
    }

    /** Applies the schedule with the people in that order, as the document would be applied. */
    @Transactional
    public Proposal confirm(String id, List<PersonName> people, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        var now = clock.instant();
        var proposal = find(id, now);
        siblings.demandMayDecide(viewer, documents.at(now), proposal.domain());
        if (proposal.state() == Proposal.State.CONFIRMED) return proposal;
        refuseDecided(proposal);
        var view = documents.at(now);
        siblings.refuse(view, people, now);
        var spec = proposal.schedule().deepCopy();
        var order = spec.withArray("/layers/0/people").removeAll();
        people.forEach(person -> order.add(person.value()));
        var name = freeName(view, proposal.domain());
        var envelope = catalogue.blank(SchedulePart.KIND, name);
        envelope.withObject("/metadata").put("title", shown(view, proposal.domain()) + ", out of hours");
        envelope.set("spec", spec);
        var confirmed = new Proposal(
                id, proposal.domain(), proposal.because(), proposal.warnings(), spec, Proposal.State.CONFIRMED,
                new Proposal.Decided(viewer.by(), now, name, null));
        decide(confirmed, proposal, viewer);
        catalogue.apply(envelope, asAdministrator(viewer), false);
        return confirmed;
    }

    /** It is not proposed again for these services; the gap stays shown. */
    @Transactional
    public Proposal dismiss(String id, String reason, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        var now = clock.instant();
        var proposal = find(id, now);
        siblings.demandMayDecide(viewer, documents.at(now), proposal.domain());
        if (proposal.state() == Proposal.State.DISMISSED) return proposal;
        refuseDecided(proposal);
        var dismissed = new Proposal(
                id, proposal.domain(), proposal.because(), proposal.warnings(), proposal.schedule(), Proposal.State.DISMISSED,
                new Proposal.Decided(viewer.by(), now, null, reason));
        decide(dismissed, proposal, viewer);
        return dismissed;
    }

    private void decide(Proposal decided, Proposal before, Viewer viewer) {
        if (!store.add(decided, Objects.requireNonNull(decided.decided()))) {
            throw new Conflict("STATE", "Somebody decided about it meanwhile.");
        }
        var act = decided.state() == Proposal.State.CONFIRMED ? "proposal-confirmed" : "proposal-dismissed";
        ledger.record(viewer.by(), act, "domain/" + decided.domain(), before, decided);
    }

    private static void refuseDecided(Proposal proposal) {
        if (proposal.state() != Proposal.State.PROPOSED) {
            throw new Conflict("STATE", "This proposal is %s already.".formatted(proposal.state().name().toLowerCase(Locale.ROOT)));
        }
    }

    private Proposal find(String id, Instant now) {
        return store.find(id)
                .or(() -> open(now).stream().filter(each -> each.id().equals(id)).findFirst())
                .orElseThrow(() -> new NotFound("There is no such proposal."));
    }

    private static String shown(CatalogueView view, DomainName domain) {
        return view.domain(domain).map(Domain::shown).orElse(domain.value());
    }

    private static String freeName(CatalogueView view, DomainName domain) {
        var base = domain.value().substring(0, Math.min(domain.value().length(), 45)) + "-out-of-hours";
        for (var number = 1; ; number++) {
            var name = number == 1 ? base : base + "-" + number;
            if (view.document(SchedulePart.KIND, name).isEmpty()) return name;
        }
    }

    /** Who may decide about a proposal may apply what comes of it. */
    private static Viewer asAdministrator(Viewer viewer) {
        return new Viewer(viewer.account(), viewer.person(), Set.of(Person.ADMIN), viewer.teams(), EnumSet.allOf(Scope.class), null,
                viewer.person() == null ? viewer.tokenName() : null);
    }
}
