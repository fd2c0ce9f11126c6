package dev.holdfast.oncall;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamKind;
import dev.holdfast.http.Fault;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Unprocessable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The teams that share a domain: who of them may take turns, and who decides about that. */
@Component
class Siblings {

    private static final Set<TeamKind> OPERATIONS =
            Set.of(TeamKind.OPERATIONS_BRIDGE, TeamKind.APPLICATION_SUPPORT, TeamKind.HELP_DESK);
    private static final int MOST = 100;

    private final Ownership ownership;

    Siblings(Ownership ownership) {
        this.ownership = ownership;
    }

    /** Of each team those who have not opted out and are still there at that instant; operations take no part (rule 5). */
    List<List<PersonName>> people(CatalogueView view, DomainName domain, Instant at) {
        return teams(view, domain)
                .map(team -> team.members().stream()
                        .filter(person -> view.person(person).filter(it -> it.onCall() && !it.hasLeft(at)).isPresent())
                        .toList())
                .toList();
    }

    boolean mayDecide(Viewer viewer, CatalogueView view, DomainName domain) {
        if (ownership.mayChangeAll(viewer)) return true;
        if (viewer.person() == null || viewer.tokenTeam() != null) return false;
        var who = new PersonName(viewer.person());
        return view.domain(domain).map(Domain::budgetHolder).filter(who::equals).isPresent()
                || teams(view, domain).anyMatch(team -> who.equals(team.lead()));
    }

    void demandMayDecide(Viewer viewer, CatalogueView view, DomainName domain) {
        if (!mayDecide(viewer, view, domain)) {
            throw new Forbidden("A schedule of %s is for its budget holder, the leads of its teams and administrators to decide.".formatted(domain));
        }
    }

    /** @throws Unprocessable with everybody who cannot take turns, and why */
    void refuse(CatalogueView view, List<PersonName> people, Instant now) {
        var faults = new ArrayList<Fault>();
        if (people.isEmpty() || people.size() > MOST) {
            faults.add(Fault.at("people", people.isEmpty() ? "REQUIRED" : "OUT_OF_RANGE", "Name between one and %d people, in their order.".formatted(MOST)));
        }
        var seen = new HashSet<PersonName>();
        for (var index = 0; index < people.size() && index < MOST; index++) {
            var field = "people[" + index + "]";
            var name = people.get(index);
            var person = view.person(name);
            if (person.isEmpty()) {
                faults.add(Fault.at(field, "UNKNOWN_REFERENCE", "There is no person %s.".formatted(name)));
            } else if (!seen.add(name)) {
                faults.add(Fault.at(field, "DUPLICATE_NAME", "%s is named twice.".formatted(person.get().shown())));
            } else if (!person.get().onCall() || person.get().hasLeft(now)) {
                faults.add(Fault.at(field, "STATE", "%s takes no turns on call.".formatted(person.get().shown())));
            } else if (isOperationsAlone(view, person.get())) {
                faults.add(Fault.at(field, "STATE", ("%s works in operations. What teams build and run themselves is never covered out of hours"
                        + " by operations.").formatted(person.get().shown())));
            }
        }
        if (!faults.isEmpty()) throw new Unprocessable(faults);
    }

    private static boolean isOperationsAlone(CatalogueView view, Person person) {
        var teams = view.teamsOf(person.name());
        return !teams.isEmpty() && teams.stream().allMatch(team -> OPERATIONS.contains(team.kind()));
    }

    private static Stream<Team> teams(CatalogueView view, DomainName domain) {
        return view.servicesIn(domain).stream()
                .filter(Service::isLive)
                .map(Service::owner)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .flatMap(name -> view.team(name).stream())
                .filter(team -> !OPERATIONS.contains(team.kind()));
    }
}
