package dev.holdfast.portal.web.groups;

import static dev.holdfast.portal.web.groups.GroupList.Cell;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.http.Csv;
import dev.holdfast.notification.Contacts;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the list of people: their teams and whether they can be reached, in one query; never how. */
@Component
class PersonList {

    private final Documents documents;
    private final Contacts contacts;

    PersonList(Documents documents, Contacts contacts) {
        this.documents = documents;
        this.contacts = contacts;
    }

    GroupList page(ListFilter filter, Viewer viewer, ReaderTime time) {
        var view = documents.at(time.now());
        var teams = teams(view);
        var found = found(view, filter, teams);
        var cut = filter.cut(found, person -> person.name().value());
        var reachable = contacts.reachable(cut.shown().stream().map(Person::name).toList());
        return new GroupList(
                "People", filter.path(), GroupWords.listed(found.size(), view.people().size(), "person"), filter.words(),
                new GroupList.Picker("Team", ListFilter.PICKED, choices(view, filter)),
                List.of(new GroupList.Head("Person", false, false), new GroupList.Head("Teams", false, false), new GroupList.Head("Turns", false, true),
                        new GroupList.Head("Time zone", false, true), new GroupList.Head("Reached", false, false)),
                cut.shown().stream().map(person -> row(person, teams, reachable)).toList(), view.people().isEmpty(),
                "A person has a name, a time zone, and ways in which they are told.", viewer.isAdmin() ? "/catalogue" : null, filter.csv(), cut.next());
    }

    Csv csv(ListFilter filter, ReaderTime time) {
        var view = documents.at(time.now());
        var teams = teams(view);
        var found = found(view, filter, teams);
        var reachable = contacts.reachable(found.stream().map(Person::name).toList());
        var csv = new Csv("person", "title", "teams", "takes turns", "time zone", "can be reached");
        for (var person : found) {
            csv.row(List.of(
                    person.name().value(), person.shown(), names(teams, person).stream().map(team -> team.name().value()).collect(Collectors.joining(" ")),
                    person.onCall() ? "yes" : "no", person.zone().getId(), reachable.contains(person.name()) ? "yes" : "no"));
        }
        return csv;
    }

    private static Map<PersonName, List<Team>> teams(CatalogueView view) {
        var teams = new HashMap<PersonName, List<Team>>();
        view.teams().forEach(team -> team.members().forEach(member -> teams.computeIfAbsent(member, unseen -> new ArrayList<>()).add(team)));
        return teams;
    }

    private static List<Team> names(Map<PersonName, List<Team>> teams, Person person) {
        return teams.getOrDefault(person.name(), List.of());
    }

    private static List<Person> found(CatalogueView view, ListFilter filter, Map<PersonName, List<Team>> teams) {
        return filter.found(List.copyOf(view.people()), person -> person.name().value(), Person::shown).stream()
                .filter(person -> filter.picked().isEmpty() || names(teams, person).stream().anyMatch(team -> team.name().value().equals(filter.picked())))
                .toList();
    }

    private static GroupList.Row row(Person person, Map<PersonName, List<Team>> teams, Set<PersonName> reachable) {
        var in = names(teams, person);
        return new GroupList.Row(
                person.shown(), "/people/" + person.name(), person.title() == null ? "" : person.name().value(),
                List.of(Cell.of(in.isEmpty() ? "–" : in.stream().map(Team::shown).collect(Collectors.joining(", "))), Cell.of(person.onCall() ? "takes turns" : "none"),
                        Cell.of(person.zone().getId()),
                        Cell.of(reachable.contains(person.name()) ? new Status("yes", Shape.CHECK, Tone.SAFE) : new Status("no", Shape.DIAMOND, Tone.LOSS))));
    }

    private static List<Choice> choices(CatalogueView view, ListFilter filter) {
        return Choice.all(view.teams().stream().map(it -> new Choice(it.name().value(), it.shown(), it.name().value().equals(filter.picked()))).toList());
    }
}
