package dev.holdfast.fairness;

import dev.holdfast.catalogue.PersonName;
import java.time.Duration;

/** What being on call asked of a person through a part of time. Time by several schedules at once counts once. */
public record Burden(
        PersonName person, Duration onCall, Duration outOfHours, int nights, int nightsBroken, int weekends, int holidays, int callouts) {

    static Burden none(PersonName person) {
        return new Burden(person, Duration.ZERO, Duration.ZERO, 0, 0, 0, 0, 0);
    }
}
