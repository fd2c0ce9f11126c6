package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a change does to one shift of a person: other hours; without {@code was} it is new, without {@code becomes} it is gone. */
public record Move(PersonName person, @Nullable Period was, @Nullable Period becomes) {

    public Move {
        if (was == null && becomes == null) throw new IllegalArgumentException("Nothing moves for " + person);
    }

    /** The first instant that it is about. */
    public Instant begins() {
        if (was == null || becomes == null) return was == null ? of(becomes) : was.from();
        return was.from().isBefore(becomes.from()) ? was.from() : becomes.from();
    }

    /** The last. */
    public Instant ends() {
        if (was == null || becomes == null) return end(was == null ? becomes : was);
        return end(was).isAfter(end(becomes)) ? end(was) : end(becomes);
    }

    private static Instant of(@Nullable Period period) {
        return period == null ? Instant.MAX : period.from();
    }

    private static Instant end(@Nullable Period period) {
        return period == null || period.to() == null ? Instant.MAX : period.to();
    }
}
