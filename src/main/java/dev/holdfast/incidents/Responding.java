package dev.holdfast.incidents;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.paging.Tiers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Who may do what with an incident: the one check for API and pages. Anybody signed in may help (acknowledge, note,
 * join): a page must never wait for a permission. Deciding is for who owns a service of it, incident managers,
 * administrators and those who help. A token of a team acts only for what the team owns.
 */
@Service
public class Responding {

    private final Documents documents;
    private final Ownership ownership;
    private final RecordStore records;
    private final Tiers tiers;
    private final Clock clock;

    Responding(Documents documents, Ownership ownership, RecordStore records, Tiers tiers, Clock clock) {
        this.documents = documents;
        this.ownership = ownership;
        this.records = records;
        this.tiers = tiers;
        this.clock = clock;
    }

    public void demandMayHelp(Viewer viewer, Incident incident) {
        viewer.demand(Scope.INCIDENTS);
        if (viewer.tokenTeam() != null && !owns(viewer, incident)) {
            throw new Forbidden("%s is not answered by a service of %s.".formatted(incident.reference(), viewer.tokenTeam()));
        }
    }

    /** Anybody signed in declares an incident of any service: who sees smoke may ring. */
    public void demandMayDeclare(Viewer viewer, ServiceName service) {
        viewer.demand(Scope.INCIDENTS);
        if (viewer.tokenTeam() != null && !ownership.mayChange(viewer, service)) {
            throw new Forbidden("%s is not a service of %s.".formatted(service, viewer.tokenTeam()));
        }
    }

    /** Lists of what was: for who owns the service, for incident managers and administrators, and for automation. */
    public boolean mayTellPast(Viewer viewer, ServiceName service) {
        if (ownership.mayChange(viewer, service)) return true;
        return viewer.tokenTeam() == null && (isAutomation(viewer) || viewer.isAdmin() || viewer.roles().contains("incident-manager"));
    }

    public void demandMayDecide(Viewer viewer, Incident incident) {
        demandMayHelp(viewer, incident);
        if (!mayDecide(viewer, incident)) {
            throw new Forbidden("Deciding about %s is for the team that owns %s, for incident managers and for those who help. Join it first."
                    .formatted(incident.reference(), incident.service()));
        }
    }

    /** Beside those who decide it is for the members of its tiers: who was called in L1 hands over to L2. */
    public void demandMayHandOver(Viewer viewer, Incident incident) {
        viewer.demand(Scope.INCIDENTS);
        if (!mayHandOver(viewer, incident)) {
            throw new Forbidden("Handing %s over is for the teams of its tiers, for incident managers and for those who help. Join it first."
                    .formatted(incident.reference()));
        }
    }

    public boolean mayHandOver(Viewer viewer, Incident incident) {
        var teams = viewer.tokenTeam() == null ? viewer.teams() : Set.of(viewer.tokenTeam());
        return tiers.of(incident.service(), clock.instant()).stream().anyMatch(tier -> teams.contains(tier.team().value()))
                || (viewer.tokenTeam() == null || owns(viewer, incident)) && mayDecide(viewer, incident);
    }

    public boolean mayDecide(Viewer viewer, Incident incident) {
        return isAutomation(viewer)
                || viewer.isAdmin()
                || viewer.roles().contains("incident-manager")
                || owns(viewer, incident)
                || helps(viewer, incident);
    }

    private static boolean isAutomation(Viewer viewer) {
        return viewer.person() == null && viewer.tokenName() != null && viewer.tokenTeam() == null;
    }

    /** Who acts: the person that the body names, the viewer's own, or the token. */
    public Actor actor(Viewer viewer, @Nullable String named) {
        if (named == null || named.equals(viewer.person())) {
            return viewer.person() == null
                    ? new Actor(viewer.by(), null)
                    : new Actor(viewer.by(), new PersonName(viewer.person()));
        }
        var person = person("person", named);
        if (viewer.tokenName() == null && !viewer.isAdmin()) {
            throw new Forbidden("Only " + named + " acts as " + named + ".");
        }
        return Actor.person(person);
    }

    public PersonName person(String field, String name) {
        var person = new PersonName(name);
        if (documents.at(clock.instant()).person(person).isEmpty()) {
            throw Unprocessable.of(field, "UNKNOWN_REFERENCE", "There is no person “" + name + "”.");
        }
        return person;
    }

    public ServiceName service(String field, String name) {
        var service = new ServiceName(name);
        if (documents.at(clock.instant()).service(service).isEmpty()) {
            throw Unprocessable.of(field, "UNKNOWN_REFERENCE", "There is no service “" + name + "”.");
        }
        return service;
    }

    private boolean owns(Viewer viewer, Incident incident) {
        return ownership.mayChange(viewer, incident.service())
                || records.impacts(List.of(incident.id())).stream()
                        .map(Revisions.ImpactRevision::service)
                        .distinct()
                        .anyMatch(service -> ownership.mayChange(viewer, service));
    }

    private boolean helps(Viewer viewer, Incident incident) {
        return records.responders(List.of(incident.id())).stream()
                .map(Map.Entry::getValue)
                .anyMatch(it -> it.leftAt() == null && it.person().value().equals(viewer.person()));
    }
}
