package dev.holdfast.oncall;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.catalogue.PersonName;
import org.springframework.stereotype.Component;

/** Whose leave is whose to enter: as everything that is a person's own. */
@Component
class LeaveRights {

    private final Ownership ownership;

    LeaveRights(Ownership ownership) {
        this.ownership = ownership;
    }

    boolean mayChange(Viewer viewer, PersonName person) {
        return ownership.mayChangePerson(viewer, person);
    }

    void demandMayChange(Viewer viewer, PersonName person) {
        ownership.demandPerson(viewer, person);
    }
}
