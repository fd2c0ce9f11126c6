package dev.holdfast.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Instants as somebody asked for them in an address: 400 what is none, 422 what is missing or in a year that no database holds. */
public final class AskedTime {

    private static final int LAST_YEAR = 9999;
    private static final int FIRST_MEASURED = 1970;
    private static final int LAST_MEASURED = 9000;
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private AskedTime() {}

    public static Instant instant(String field, @Nullable String text) {
        if (text == null) throw Unprocessable.of(field, "REQUIRED", field + " is required.");
        return read(field, text);
    }

    public static Instant instant(String field, @Nullable String text, Instant absent) {
        return text == null ? absent : read(field, text);
    }

    /** A field that was left empty asks for none. */
    public static @Nullable Instant instantOrNull(String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : read(field, text);
    }

    /** To the microsecond, as the database keeps it; a space is the plus sign of an offset that was not encoded. */
    private static Instant read(String field, String text) {
        try {
            return within(1, LAST_YEAR, field, OffsetDateTime.parse(text.replace(' ', '+')).toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            throw new Malformed(field + " is not an instant such as 2026-10-01T00:00:00Z.");
        }
    }

    /** A date is the start of that day in the zone. */
    public static Instant dayOrInstant(String field, @Nullable String text, ZoneId zone) {
        if (text == null || !DATE.matcher(text).matches()) return instant(field, text);
        try {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw new Malformed(field + " is not a date such as 2026-12-25.");
        }
    }

    /** A day of UTC or an instant, in a year from which periods can be reckoned both ways. */
    public static Instant measured(String field, String text) {
        return within(FIRST_MEASURED, LAST_MEASURED, field, dayOrInstant(field, text, ZoneOffset.UTC));
    }

    private static Instant within(int first, int last, String field, Instant instant) {
        var year = instant.atOffset(ZoneOffset.UTC).getYear();
        if (year < first || year > last) {
            throw Unprocessable.of(field, "OUT_OF_RANGE", "%s lies between the years %d and %d.".formatted(field, first, last));
        }
        return instant;
    }
}
