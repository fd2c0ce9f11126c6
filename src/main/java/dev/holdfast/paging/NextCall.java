package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;
import java.util.List;

/** Who is called next for a subject, and when, if nobody answers until then. */
public record NextCall(List<PersonName> people, Instant at) {

    public NextCall {
        people = List.copyOf(people);
    }
}
