package dev.holdfast.oncall;

import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.quantities.WorkingCalendar;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who was and will be on call by a schedule through a part of time, whose it is, and by which calendar its hours are told. */
public record Served(
        String schedule, @Nullable TeamName team, @Nullable DomainName domain, WorkingCalendar calendar, Set<PersonName> participants, List<Shift> shifts) {

    public Served {
        participants = Set.copyOf(participants);
        shifts = List.copyOf(shifts);
    }
}
