package dev.holdfast.oncall;

import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A schedule for a domain that lacks one: which services ask for it, what to think about, and what a person decided. */
public record Proposal(
        String id,
        DomainName domain,
        List<Need> because,
        List<Warning> warnings,
        ObjectNode schedule,
        State state,
        @Nullable Decided decided) {

    public Proposal {
        because = List.copyOf(because);
        warnings = List.copyOf(warnings);
    }

    /** A service that the domain answers for out of hours, and since or from when. */
    public record Need(ServiceName service, String level, Instant since) {}

    /** Who confirmed or dismissed it; {@code made} is the schedule that came of it. */
    public record Decided(String by, Instant at, @Nullable String made, @Nullable String reason) {}

    public enum State {
        PROPOSED,
        CONFIRMED,
        DISMISSED
    }

    /** What to think about before it is confirmed. */
    public enum Warning {
        GROUPED_BY_REGION,
        GROUPED_BY_TOOL,
        FEW_PARTICIPANTS,
        UNREACHABLE
    }

    /** Who would take turns, in their order. */
    public List<PersonName> people() {
        return schedule.path("layers").path(0).path("people").valueStream().map(person -> new PersonName(person.asString())).toList();
    }
}
