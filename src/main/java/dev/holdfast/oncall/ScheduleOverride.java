package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;

/** A person instead of whoever the layers would have. It wins over all of them. */
record ScheduleOverride(Instant from, Instant to, PersonName person) {

    ScheduleOverride {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("An override cannot end at " + to + ", when it begins at " + from);
        }
    }

    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    Shift shift() {
        return new Shift(from, to, person, null, null);
    }
}
