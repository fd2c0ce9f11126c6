package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import java.time.Duration;
import java.util.List;

/** One step of a first round: who would be called how long after it began, and as what. */
public record CallStep(List<PersonName> people, Duration after, String as) {

    public CallStep {
        people = List.copyOf(people);
    }
}
