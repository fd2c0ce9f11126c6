package dev.holdfast.handover;

import dev.holdfast.catalogue.PersonName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Optional;

/**
 * The instant at which a schedule goes from one person to another, at the beginning of the other's shift.
 *
 * @param since from when the one who hands over was on call, as far as that is known
 */
public record Changeover(String schedule, PersonName from, PersonName to, Instant at, Instant since) {

    private static final DateTimeFormatter COMPACT = new DateTimeFormatterBuilder()
            .appendPattern("uuuuMMdd'T'HHmmss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .appendLiteral('Z')
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    /** Of the schedule and the instant alone, so that it stays whoever comes and goes. */
    public String id() {
        return schedule + "-" + COMPACT.format(at);
    }

    static Optional<Instant> instant(String schedule, String id) {
        if (!id.startsWith(schedule + "-")) return Optional.empty();
        try {
            return Optional.of(COMPACT.parse(id.substring(schedule.length() + 1), Instant::from));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
