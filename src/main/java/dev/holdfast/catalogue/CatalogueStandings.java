package dev.holdfast.catalogue;

import dev.holdfast.access.Standings;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the documents say of a person: the roles given, those that follow from teams, and the teams. */
@Component
class CatalogueStandings implements Standings {

    private final Documents documents;

    CatalogueStandings(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Standing of(String person, Instant now) {
        if (person.isBlank()) return new Standing(Set.of(), Set.of(), person);
        var view = documents.at(now);
        var name = new PersonName(person);
        var known = view.person(name);
        var roles = new LinkedHashSet<String>();
        known.ifPresent(found -> roles.addAll(found.roles()));
        for (var team : view.teams()) {
            follow(team, name, roles);
        }
        if (view.domains().stream().anyMatch(domain -> name.equals(domain.budgetHolder()))) {
            roles.add("budget-holder");
        }
        var teams = view.teamsOf(name).stream().map(team -> team.name().value()).collect(Collectors.toSet());
        return new Standing(roles, teams, known.map(Person::shown).orElse(person));
    }

    @Override
    public boolean isDeclared(String person, Instant now) {
        return !person.isBlank() && documents.at(now).person(new PersonName(person)).isPresent();
    }

    @Override
    public boolean hasLeft(String person, Instant now) {
        if (person.isBlank()) return false;
        return documents.at(now)
                .person(new PersonName(person))
                .map(known -> known.hasLeft(now))
                .orElseGet(() -> documents.versions(PersonPart.KIND, person).stream().anyMatch(it -> !it.inForce().from().isAfter(now)));
    }

    @Override
    public Optional<String> ofEmail(String email, Instant now) {
        var theirs = documents.at(now).people().stream().filter(person -> email.equalsIgnoreCase(person.email())).toList();
        return theirs.size() == 1 ? Optional.of(theirs.getFirst().name().value()) : Optional.empty();
    }

    private static void follow(Team team, PersonName person, Set<String> roles) {
        var member = team.members().contains(person);
        if (member && team.kind() == TeamKind.INCIDENT_MANAGEMENT) roles.add("incident-manager");
        if (member && team.kind() == TeamKind.CHANGE_MANAGEMENT) roles.add("change-manager");
        if (person.equals(team.productManager())) roles.add("product-manager");
        if (person.equals(team.lead())) roles.add("lead");
        var holder = team.budgetHolder();
        if (holder != null && holder.person().equals(person)) roles.add("budget-holder");
    }
}
