package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;

/** A person who goes along beside another, to learn: told of their turns and of what they are called for, never called (B5). */
public record Shadow(PersonName person, PersonName with, Instant from, Instant to) {

    public Shadow {
        if (!from.isBefore(to)) throw new IllegalArgumentException("A shadow cannot end at " + to + ", when it begins at " + from);
        if (person.equals(with)) throw new IllegalArgumentException(person + " cannot go along beside themselves");
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
