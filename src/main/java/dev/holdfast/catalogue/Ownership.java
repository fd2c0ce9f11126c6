package dev.holdfast.catalogue;

import dev.holdfast.access.Viewer;
import dev.holdfast.http.Forbidden;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The one check of who may change what: a team changes its own, administrators everything. */
@Component
public class Ownership {

    private final Documents documents;
    private final Clock clock;

    Ownership(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    public boolean mayChange(Viewer viewer, ServiceName service) {
        var rights = new Rights(viewer);
        return rights.all()
                || documents.at(clock.instant()).service(service).map(Service::owner).filter(rights::owns).isPresent();
    }

    /** Any document, as applying it would decide. */
    public boolean mayChange(Viewer viewer, Document document) {
        return new Rights(viewer).mayEnd(document, documents.at(clock.instant()));
    }

    public boolean mayChangeTeam(Viewer viewer, TeamName team) {
        return new Rights(viewer).owns(team);
    }

    /** What is a person's own: theirs, the lead's of a team of theirs, the administrators'. */
    public boolean mayChangePerson(Viewer viewer, PersonName person) {
        if (mayChangeAll(viewer)) return true;
        if (viewer.person() == null || viewer.tokenTeam() != null) return false;
        var who = new PersonName(viewer.person());
        return who.equals(person)
                || documents.at(clock.instant()).teamsOf(person).stream().anyMatch(team -> who.equals(team.lead()));
    }

    /** Things that no team owns. */
    public boolean mayChangeAll(Viewer viewer) {
        return new Rights(viewer).all();
    }

    /** @throws Forbidden where it is not theirs */
    public void demand(Viewer viewer, ServiceName service) {
        if (!mayChange(viewer, service)) {
            throw new Forbidden("Only the team that owns " + service + " may change it.");
        }
    }

    /** @throws Forbidden where it is not theirs */
    public void demandPerson(Viewer viewer, PersonName person) {
        if (!mayChangePerson(viewer, person)) {
            throw new Forbidden("Only %s, the lead of a team of theirs and administrators may do that.".formatted(person));
        }
    }

    /** @throws Forbidden where it is not theirs */
    public void demandTeam(Viewer viewer, TeamName team) {
        if (!mayChangeTeam(viewer, team)) {
            throw new Forbidden("Only " + team + " may change what is its own.");
        }
    }
}
