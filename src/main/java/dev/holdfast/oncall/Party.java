package dev.holdfast.oncall;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Unprocessable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who speaks about their own shifts: a person for themselves alone, whoever they lead. Automation that belongs to no
 * person and to no team says for whom it speaks.
 */
@Component
class Party {

    private final Ownership ownership;

    Party(Ownership ownership) {
        this.ownership = ownership;
    }

    PersonName of(Viewer viewer, @Nullable PersonName named) {
        if (viewer.person() != null) {
            var own = new PersonName(viewer.person());
            if (named != null && !named.equals(own)) throw new Forbidden("Only " + named + " says this for " + named + ".");
            return own;
        }
        if (!ownership.mayChangeAll(viewer)) throw new Forbidden("This is no person's, and of one team: it speaks for nobody.");
        if (named == null) throw Unprocessable.of("person", "REQUIRED", "Say for whom.");
        return named;
    }
}
