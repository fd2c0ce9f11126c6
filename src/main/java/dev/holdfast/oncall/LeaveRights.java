package dev.holdfast.oncall;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.Forbidden;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Whose leave is whose to enter: the person's own, the lead's of a team of theirs, the administrators'. */
@Component
class LeaveRights {

    private final Ownership ownership;
    private final Documents documents;
    private final Clock clock;

    LeaveRights(Ownership ownership, Documents documents, Clock clock) {
        this.ownership = ownership;
        this.documents = documents;
        this.clock = clock;
    }

    boolean mayChange(Viewer viewer, PersonName person) {
        if (ownership.mayChangeAll(viewer)) {
            return true;
        }
        if (viewer.person() == null || viewer.tokenTeam() != null) {
            return false;
        }
        var who = new PersonName(viewer.person());
        return who.equals(person)
                || documents.at(clock.instant()).teamsOf(person).stream().anyMatch(team -> who.equals(team.lead()));
    }

    void demandMayChange(Viewer viewer, PersonName person) {
        if (!mayChange(viewer, person)) {
            throw new Forbidden("Only %s, the lead of a team of theirs and administrators may do that.".formatted(person));
        }
    }
}
