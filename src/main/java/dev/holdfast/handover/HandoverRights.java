package dev.holdfast.handover;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.TeamKind;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.http.Forbidden;
import dev.holdfast.oncall.OnCallNow;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may write for the next shift, and who may say that they have taken over; pure. */
final class HandoverRights {

    private HandoverRights() {}

    /** Who is on call, who was before, the people of the schedule's teams, and administrators. */
    static void demandMayWrite(Viewer viewer, OnCallNow schedule, @Nullable Changeover latest, CatalogueView view) {
        if (!mayWrite(viewer, schedule, latest, view)) {
            throw new Forbidden("Notes are written by who is on call or was before, and by the people of %s.".formatted(schedule.holder()));
        }
    }

    static boolean mayWrite(Viewer viewer, OnCallNow schedule, @Nullable Changeover latest, CatalogueView view) {
        var teams = teams(schedule, view).stream().map(TeamName::value).collect(Collectors.toSet());
        if (viewer.tokenTeam() != null) return teams.contains(viewer.tokenTeam());
        if (viewer.isAdmin() || viewer.teams().stream().anyMatch(teams::contains)) return true;
        return viewer.person() != null && isTheirs(new PersonName(viewer.person()), schedule, latest);
    }

    private static boolean isTheirs(PersonName person, OnCallNow schedule, @Nullable Changeover latest) {
        return person.equals(schedule.person()) || latest != null && (person.equals(latest.from()) || person.equals(latest.to()));
    }

    /** Nobody takes over for somebody else, nor does a token that is for another team's things. */
    static PersonName demandTakesOver(Viewer viewer, Changeover change, OnCallNow schedule, CatalogueView view) {
        var ofOthers = viewer.tokenTeam() != null
                && teams(schedule, view).stream().noneMatch(team -> team.value().equals(viewer.tokenTeam()));
        if (ofOthers || !change.to().value().equals(viewer.person())) {
            throw new Forbidden("Only %s takes over here.".formatted(change.to()));
        }
        return change.to();
    }

    /** The team itself, those that own a domain's services, or those of the incident managers. */
    private static Set<TeamName> teams(OnCallNow schedule, CatalogueView view) {
        if (schedule.team() != null) return Set.of(schedule.team());
        if (schedule.domain() != null) return view.servicesIn(schedule.domain()).stream().map(Service::owner).collect(Collectors.toSet());
        return view.teams(TeamKind.INCIDENT_MANAGEMENT).stream().map(team -> team.name()).collect(Collectors.toSet());
    }
}
