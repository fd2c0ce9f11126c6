package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who is on call by a schedule at an instant, and from when until when: the bounds of the shift, or of the gap where
 * there is nobody. A bound that is absent was always so, or has no end.
 */
public record OnCall(
        @Nullable PersonName person,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Integer layer,
        @Nullable Long turn) {

    static OnCall nobody(@Nullable Instant from, @Nullable Instant until) {
        return new OnCall(null, from, until, null, null);
    }

    static OnCall by(Shift shift) {
        return new OnCall(shift.person(), shift.from(), shift.to(), shift.layer(), shift.turn());
    }

    boolean isSameAs(OnCall other) {
        return Objects.equals(person, other.person)
                && Objects.equals(layer, other.layer)
                && Objects.equals(turn, other.turn);
    }

    public boolean isOverride() {
        return person != null && layer == null;
    }
}
