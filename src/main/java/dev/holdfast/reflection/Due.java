package dev.holdfast.reflection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a reflection falls due: a quarter after the last one, or after the bands were first set (S8).
 *
 * @param on null while there is no organisation to reflect on
 */
record Due(@Nullable LocalDate on) {

    static final Period EVERY = Period.ofMonths(3);

    private static final int AHEAD = 7;
    private static final int AGAIN = 7;

    static Due after(@Nullable Instant last, @Nullable Instant bandsSet, ZoneId zone) {
        var from = last == null ? bandsSet : last;
        return new Due(from == null ? null : from.atZone(zone).toLocalDate().plus(EVERY));
    }

    boolean isSoon(LocalDate today) {
        return on != null && !today.isBefore(on.minusDays(AHEAD));
    }

    boolean isOver(LocalDate today) {
        return on != null && today.isAfter(on);
    }

    /** Which reminder is owed: one a week before, one on the day, and one for each week after; each is sent once. */
    Optional<String> reminder(LocalDate today) {
        if (on == null || !isSoon(today)) return Optional.empty();
        if (today.isBefore(on)) return Optional.of(on + " ahead");
        return Optional.of(on + " week " + ChronoUnit.DAYS.between(on, today) / AGAIN);
    }
}
