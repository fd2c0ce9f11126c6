package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Filled by whoever knows who was called: in how many nights people were, for those who were in any. */
public interface BrokenNights {

    Map<PersonName, Integer> between(Collection<PersonName> people, Instant from, Instant to);
}
