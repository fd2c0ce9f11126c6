package dev.holdfast.readiness;

import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.Link;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.Team;
import dev.holdfast.operatingmodel.Decision;
import dev.holdfast.operatingmodel.Selected;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a service. {@code taking} are those of its team who take turns, {@code unreachable} those of them whom
 * no contact reaches; {@code links} are its own and those of templates.
 */
record ServiceFacts(
        Instant at,
        ZoneId zone,
        Service service,
        @Nullable Team owner,
        @Nullable Domain domain,
        Selected selected,
        @Nullable Decision decided,
        Map<String, Link> links,
        List<Person> taking,
        List<Person> unreachable,
        Nights nights) {

    ServiceFacts {
        links = Map.copyOf(links);
        taking = List.copyOf(taking);
        unreachable = List.copyOf(unreachable);
    }

    /** Whether somebody answers out of hours; {@code gap} is when nobody does, soonest. */
    record Nights(boolean waitsByChoice, boolean covered, @Nullable Instant gap) {}
}
