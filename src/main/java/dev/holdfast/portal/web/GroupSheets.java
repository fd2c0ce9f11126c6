package dev.holdfast.portal.web;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.http.NotFound;
import dev.holdfast.quantities.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes the pages of teams and of people. */
@Component
class GroupSheets {

    private final Documents documents;
    private final Risks risks;

    GroupSheets(Documents documents, Risks risks) {
        this.documents = documents;
        this.risks = risks;
    }

    GroupPage team(TeamName name, ReaderTime time) {
        var view = documents.at(time.now());
        var team = view.team(name).orElseThrow(() -> new NotFound("There is no team " + name + "."));
        var names = new Names(view);
        var services = view.servicesOf(name);
        var lede = kind(team) + " of " + Figures.people(team.members().size()) + ". " + answersFor(view, services);
        return new GroupPage(
                "Services", "/services?team=" + name, name.value(), team.shown(), lede, facts(team, names), "Members",
                team.members().stream().map(member -> member(member, names)).toList(), "Services",
                services.stream().map(service -> service(view, service)).toList(), List.of());
    }

    GroupPage person(PersonName name, ReaderTime time) {
        var view = documents.at(time.now());
        var person = view.person(name).orElseThrow(() -> new NotFound("There is no person " + name + "."));
        var teams = view.teamsOf(name);
        var services = teams.stream().flatMap(team -> view.servicesOf(team.name()).stream()).distinct().toList();
        return new GroupPage(
                "Services", "/services", name.value(), person.shown(), lede(person, teams), about(person), "Teams",
                teams.stream().map(team -> Line.of(new Status("team", Shape.DOT, Tone.ACCENT), team.shown(), "/teams/" + team.name(), kind(team).toLowerCase(Locale.ROOT))).toList(),
                "Services of those teams", services.stream().map(service -> service(view, service)).toList(), List.of());
    }

    private static String kind(Team team) {
        return team.kind() == null ? "A team" : "A " + team.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " team";
    }

    private String answersFor(CatalogueView view, List<Service> services) {
        if (services.isEmpty()) return "It owns no service.";
        var together = services.stream().map(service -> risks.of(view, service.name()).perHour()).filter(Objects::nonNull).reduce(Money::plus);
        return "It answers for " + Figures.count(services.size(), "service")
                + together.map(money -> ", " + Figures.money(money) + " an hour at risk.").orElse(".");
    }

    private static List<Pair> facts(Team team, Names names) {
        var facts = new ArrayList<Pair>();
        if (team.productManager() != null) facts.add(Pair.to("Product manager", names.of(team.productManager()), "/people/" + team.productManager()));
        if (team.lead() != null) facts.add(Pair.to("Lead", names.of(team.lead()), "/people/" + team.lead()));
        if (team.budgetHolder() != null) facts.add(Pair.to("Budget holder", names.of(team.budgetHolder().person()), "/people/" + team.budgetHolder().person()));
        facts.add(Pair.of("Working hours", team.own() == null ? "the organisation’s" : "its own, " + team.own().zone()));
        return facts;
    }

    private static Line member(PersonName member, Names names) {
        var name = names.of(member);
        return Line.of(new Avatar(Avatar.initialsOf(name), "p8"), name, "/people/" + member, "");
    }

    private Line service(CatalogueView view, Service service) {
        var risk = risks.of(view, service.name());
        return Line.of(new Status("service", Shape.RING, Tone.QUIET), service.shown(), "/services/" + service.name(),
                risk.perHour() == null ? "not assessed" : risk.shown() + " an hour");
    }

    private static String lede(Person person, List<Team> teams) {
        var member = teams.isEmpty() ? "In no team" : "In " + String.join(" and ", teams.stream().map(Team::shown).toList());
        return member + (person.onCall() ? "." : ", not on call.");
    }

    private static List<Pair> about(Person person) {
        var facts = new ArrayList<Pair>();
        facts.add(Pair.of("Time zone", person.zone().getId()));
        if (person.email() != null) facts.add(Pair.of("E-mail", person.email()));
        if (person.isAdmin()) facts.add(Pair.of("Role", "administrator"));
        if (person.leaves() != null) facts.add(Pair.of("Leaves", person.leaves().toString()));
        return facts;
    }
}
