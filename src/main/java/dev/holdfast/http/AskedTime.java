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
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private AskedTime() {}

    public static Instant instant(String field, @Nullable String text) {
        var instant = instantOrNull(field, text);
        if (instant == null) throw Unprocessable.of(field, "REQUIRED", field + " is required.");
        return instant;
    }

    public static Instant instant(String field, @Nullable String text, Instant absent) {
        var instant = instantOrNull(field, text);
        return instant == null ? absent : instant;
    }

    /** To the microsecond, as the database keeps it; a space is the plus sign of an offset that was not encoded. */
    public static @Nullable Instant instantOrNull(String field, @Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            var instant = OffsetDateTime.parse(text.replace(' ', '+')).toInstant().truncatedTo(ChronoUnit.MICROS);
            var year = instant.atOffset(ZoneOffset.UTC).getYear();
            if (year < 1 || year > LAST_YEAR) {
                throw Unprocessable.of(field, "OUT_OF_RANGE", field + " lies between the years 1 and " + LAST_YEAR + ".");
            }
            return instant;
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
}
