package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A stretch of time for which one person is on call: by a turn of a layer, or by an override, which has neither. */
public record Shift(Instant from, Instant to, PersonName person, @Nullable Integer layer, @Nullable Long turn) {

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    public boolean isOverride() {
        return layer == null;
    }

    /** What of it lies before an instant that is after its beginning. */
    public Shift until(Instant end) {
        return to.isAfter(end) ? between(from, end) : this;
    }

    Shift between(Instant start, Instant end) {
        return new Shift(start, end, person, layer, turn);
    }

    /** Whether the other one, which begins where this ends, is only its continuation. */
    boolean goesOnIn(Shift other) {
        return to.equals(other.from) && isSameTurnAs(other);
    }

    boolean isSameTurnAs(Shift other) {
        return person.equals(other.person) && Objects.equals(turn, other.turn) && Objects.equals(layer, other.layer);
    }
}
