package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;

/** What of somebody's turn another goes along with. */
public record ShadowTurn(String schedule, PersonName person, PersonName with, Instant from, Instant to) {

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    boolean isSameAs(ShadowTurn other) {
        return schedule.equals(other.schedule) && person.equals(other.person) && with.equals(other.with) && from.equals(other.from);
    }

    ShadowTurn until(Instant end) {
        return new ShadowTurn(schedule, person, with, from, end);
    }
}
