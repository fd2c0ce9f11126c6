package dev.holdfast.truth;

import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Teams, their people, and domains. */
final class Groups {

    private final Facts facts;
    private final Map<TeamName, List<Service>> owned;
    private final List<Finding> found = new ArrayList<>();

    private Groups(Facts facts) {
        this.facts = facts;
        this.owned = facts.byOwner();
    }

    static List<Finding> of(Facts facts) {
        var groups = new Groups(facts);
        facts.view().teams().forEach(groups::team);
        groups.leavers();
        groups.unreachable();
        groups.domains();
        return groups.found;
    }

    private void team(Team team) {
        var name = team.name().value();
        var services = owned.getOrDefault(team.name(), List.of());
        if (team.members().isEmpty()) {
            found.add(Finding.of(Check.TEAM_WITHOUT_MEMBERS, "Team", name, "Nobody is in " + name + owns(services) + ".",
                    facts.atRisk(services), "spec.members"));
        }
        var unknown = names(team.members().stream().filter(member -> facts.view().person(member).isEmpty()).toList());
        if (!unknown.isEmpty()) {
            found.add(Finding.of(Check.UNRESOLVED_MEMBER, "Team", name,
                            name + " has " + Names.of(unknown) + " as " + (unknown.size() == 1 ? "a member" : "members")
                                    + ", whom no document describes.", null, "spec.members")
                    .with(unknown));
        }
    }

    private void leavers() {
        var places = new TreeMap<PersonName, List<String>>();
        for (var team : facts.view().teams()) {
            team.members().forEach(member -> place(places, member, "a member of " + team.name()));
            if (team.lead() != null) place(places, team.lead(), "lead of " + team.name());
            if (team.productManager() != null) place(places, team.productManager(), "product manager of " + team.name());
            if (team.budgetHolder() != null) place(places, team.budgetHolder().person(), "budget holder of " + team.name());
        }
        facts.view().domains().forEach(domain -> {
            if (domain.budgetHolder() != null) place(places, domain.budgetHolder(), "budget holder of " + domain.name());
        });
        places.forEach((person, held) -> found.add(Finding.of(Check.LEAVER, "Person", person.value(),
                person + " has left and is still " + Names.of(held) + ".", null, "spec.leaves")));
    }

    private void place(Map<PersonName, List<String>> places, PersonName person, String place) {
        if (facts.hasLeft(person)) places.computeIfAbsent(person, it -> new ArrayList<>()).add(place);
    }

    private void unreachable() {
        var asked = new TreeMap<PersonName, List<Service>>();
        owned.forEach((name, services) -> facts.view().team(name).ifPresent(team -> {
            var live = services.stream().filter(Service::isLive).toList();
            if (!live.isEmpty()) facts.present(team).forEach(member -> asked.computeIfAbsent(member, it -> new ArrayList<>()).addAll(live));
        }));
        asked.forEach((person, services) -> {
            if (facts.reachable().contains(person) || !facts.view().person(person).map(Person::onCall).orElse(false)) return;
            found.add(Finding.of(Check.UNREACHABLE, "Person", person.value(),
                            person + " may be called for " + Names.of(Names.services(services)) + ", and no contact can be used.",
                            facts.atRisk(services), "spec.notify")
                    .with(Names.services(services)));
        });
    }

    private void domains() {
        var inDomain = new HashMap<String, List<Service>>();
        facts.services().forEach(service -> {
            if (service.domain() != null) inDomain.computeIfAbsent(service.domain().value(), it -> new ArrayList<>()).add(service);
        });
        facts.view().domains().stream()
                .map(domain -> domain.name().value())
                .filter(name -> !inDomain.containsKey(name))
                .forEach(name -> found.add(Finding.of(Check.ORPHAN_DOMAIN, "Domain", name, "No service is in " + name + ".", null, "spec")));
        inDomain.forEach((name, services) -> {
            if (facts.document("Domain", name).isPresent()) return;
            found.add(Finding.of(Check.UNRESOLVED_DOMAIN, "Domain", name,
                            "There is no domain " + name + ", which " + Names.of(Names.services(services)) + " "
                                    + (services.size() == 1 ? "names" : "name") + ".", facts.atRisk(services), "spec.domain")
                    .with(Names.services(services)));
        });
    }

    private static String owns(List<Service> services) {
        return services.isEmpty() ? "" : ", which owns " + Names.of(Names.services(services));
    }

    private static List<String> names(Collection<PersonName> people) {
        return people.stream().map(PersonName::value).sorted().toList();
    }
}
