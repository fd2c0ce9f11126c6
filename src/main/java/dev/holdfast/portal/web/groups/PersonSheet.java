package dev.holdfast.portal.web.groups;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.Team;
import dev.holdfast.http.NotFound;
import dev.holdfast.notification.Contact;
import dev.holdfast.notification.Contacts;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Grounds;
import dev.holdfast.portal.web.Line;
import dev.holdfast.portal.web.MeantHours;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the page of a person. */
@Component
class PersonSheet {

    private static final Duration AHEAD = Duration.ofDays(56);
    private static final int SHIFTS = 6;
    private static final DateTimeFormatter THEIR_TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.UK);

    private final Documents documents;
    private final Ownership ownership;
    private final OwnedServices owned;
    private final Answering answering;
    private final Schedules schedules;
    private final TwoWeeks weeks;
    private final ShiftsAhead duties;
    private final Contacts contacts;
    private final LeaveSheet leave;

    PersonSheet(
            Documents documents, Ownership ownership, OwnedServices owned, Answering answering, Schedules schedules, TwoWeeks weeks, ShiftsAhead duties,
            Contacts contacts, LeaveSheet leave) {
        this.documents = documents;
        this.ownership = ownership;
        this.owned = owned;
        this.answering = answering;
        this.schedules = schedules;
        this.weeks = weeks;
        this.duties = duties;
        this.contacts = contacts;
        this.leave = leave;
    }

    PersonPage page(PersonName name, Viewer viewer, FormFaults faults, ReaderTime time) {
        return documents.holding(() -> drawn(name, viewer, faults, time));
    }

    private PersonPage drawn(PersonName name, Viewer viewer, FormFaults faults, ReaderTime time) {
        var view = documents.at(time.now());
        var person = view.person(name).orElseThrow(() -> new NotFound("There is no person " + name + "."));
        var teams = view.teamsOf(name);
        var naming = schedules.naming(name, time.now());
        var ahead = duties.of(view, name, naming, AHEAD);
        var onCall = naming.stream().filter(schedule -> ahead.stream().anyMatch(duty -> duty.schedule().equals(schedule) && duty.at(time.now()).isPresent())).toList();
        var called = answering.of(view, name, onCall, time.now()).keySet();
        var services = new LinkedHashSet<Service>(Answering.services(view, called));
        teams.forEach(team -> services.addAll(view.servicesOf(team.name())));
        var drawn = weeks.of(person.shown(), naming, view, new Grounds(), time);
        var mine = viewer.isAdmin() || name.value().equals(viewer.person());
        var reachable = contacts.reachable(name);
        return new PersonPage(
                name.value(), person.shown(), lede(teams, ahead, time), facts(person, !onCall.isEmpty(), reachable),
                ownership.mayChangeAll(viewer) ? "/catalogue/people/" + name + "/edit" : null,
                called.isEmpty() ? "Services of their teams" : "What they answer for", owned.of(view, services), drawn.ribbon(),
                ahead.stream().limit(SHIFTS).map(duty -> duty.line(time)).toList(), teams.stream().map(team -> line(team, name)).toList(),
                about(person, time, mine), mine ? contacts.of(name).stream().map(PersonSheet::line).toList() : null,
                leave.of(person, viewer, faults, time));
    }

    private static String lede(List<Team> teams, List<Duty> ahead, ReaderTime time) {
        var in = teams.isEmpty() ? "In no team. " : "In " + teams.stream().map(Team::shown).collect(Collectors.joining(" and ")) + ". ";
        var now = ahead.stream().filter(duty -> duty.at(time.now()).isPresent()).findFirst();
        if (now.isPresent()) {
            var until = MeantHours.end(now.get().at(time.now()).orElseThrow());
            return in + "On call until " + time.moment(until) + ", " + GroupWords.title(now.get().schedule()) + ".";
        }
        return in + ahead.stream().findFirst().flatMap(duty -> duty.firstAfter(time.now()).map(part -> "Next on call " + time.full(part.from()) + ", "
                + GroupWords.title(duty.schedule()) + ".")).orElse("On call in none of the next eight weeks.");
    }

    private static List<Status> facts(Person person, boolean onCall, boolean reachable) {
        var facts = new ArrayList<Status>();
        facts.add(onCall ? new Status("On call", Shape.HALF, Tone.ACCENT) : new Status(person.onCall() ? "Not on call now" : "Takes no turns", Shape.RING, Tone.QUIET));
        facts.add(reachable ? new Status("Can be reached", Shape.CHECK, Tone.SAFE) : new Status("Cannot be reached", Shape.DIAMOND, Tone.LOSS));
        if (person.isAdmin()) facts.add(new Status("Administrator", Shape.RING, Tone.QUIET));
        return facts;
    }

    private static Line line(Team team, PersonName person) {
        var does = new ArrayList<String>();
        if (person.equals(team.lead())) does.add("leads");
        if (person.equals(team.productManager())) does.add("product manager");
        return Line.of(new Status("team", Shape.RING, Tone.QUIET), team.shown(), "/teams/" + team.name(), String.join(", ", does));
    }

    private static List<Pair> about(Person person, ReaderTime time, boolean mine) {
        var about = new ArrayList<Pair>();
        about.add(Pair.of("Time zone", person.zone().getId()));
        about.add(Pair.of("Their time", THEIR_TIME.format(time.now().atZone(person.zone()))));
        if (mine && person.email() != null) about.add(Pair.of("E-mail", person.email()));
        if (person.leaves() != null) about.add(Pair.of("Leaves", time.day(person.leaves())));
        return about;
    }

    /** The address is masked even so. */
    private static Line line(Contact contact) {
        var status = contact.reachable() ? new Status("would be used", Shape.CHECK, Tone.SAFE) : new Status("is not used", Shape.RING, Tone.QUIET);
        return Line.of(status, GroupWords.way(contact.by()) + ", " + contact.to(), null, contact.reachable() ? "" : "not used");
    }
}
