package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.WallClock;
import dev.holdfast.quantities.WeekWindow;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People who take turns from hand-off to hand-off by wall clock (rule 7). Turn k is computed from k alone: division
 * names it to a day, and the clock's changes move it by a step or two.
 */
record Rotation(ZoneId zone, HandOffs handOffs, List<PersonName> people, List<WeekWindow> restrict, Bounds bounds) {

    Rotation {
        people = List.copyOf(people);
        restrict = List.copyOf(restrict);
    }

    /** The first instant at which it can cover anything. */
    Instant begins() {
        var first = handOff(0);
        var from = bounds.from() == null ? first : WallClock.startOf(bounds.from(), zone);
        return from.isAfter(first) ? from : first;
    }

    @Nullable Instant ends() {
        return bounds.to() == null ? null : WallClock.endOf(bounds.to(), zone);
    }

    boolean hasEndedBy(Instant at) {
        var ends = ends();
        return ends != null && !ends.isAfter(at);
    }

    /** The instant at which that turn begins. */
    Instant handOff(long turn) {
        var day = handOffs.turns() == Turns.ACTIVE
                ? activeDays().after(turn * handOffs.days())
                : turn * handOffs.days();
        return WallClock.startOf(handOffs.first().plusDays(day), zone);
    }

    /** The turn that an instant, not before the first hand-off, falls into. */
    long turnAt(Instant at) {
        var day = ChronoUnit.DAYS.between(handOffs.first(), LocalDateTime.ofInstant(at, zone));
        var days = handOffs.turns() == Turns.ACTIVE ? activeDays().before(day) : day;
        var turn = Math.max(0, Math.floorDiv(days, (long) handOffs.days()));
        while (turn > 0 && handOff(turn).isAfter(at)) {
            turn--;
        }
        while (!handOff(turn + 1).isAfter(at)) {
            turn++;
        }
        return turn;
    }

    PersonName personOf(long turn) {
        return people.get((int) Math.floorMod(turn, (long) people.size()));
    }

    private ActiveDays activeDays() {
        return new ActiveDays(handOffs.first().toLocalDate(), restrict);
    }
}
