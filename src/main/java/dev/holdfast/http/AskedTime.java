package dev.holdfast.oncall.web;

import dev.holdfast.http.Malformed;
import dev.holdfast.http.Unprocessable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Instants as somebody asked for them. */
final class Asked {

    private static final int LAST_YEAR = 9999;
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Asked() {}

    static Instant instant(String field, @Nullable String text) {
        if (text == null) {
            throw Unprocessable.of(field, "REQUIRED", field + " is required.");
        }
        return read(field, text);
    }

    static Instant instant(String field, @Nullable String text, Instant absent) {
        return text == null ? absent : read(field, text);
    }

    /** A date is the start of that day in the zone. */
    static Instant dayOrInstant(String field, @Nullable String text, ZoneId zone) {
        if (text == null || !DATE.matcher(text).matches()) {
            return instant(field, text);
        }
        try {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw new Malformed(field + " is not a date such as 2026-12-25.");
        }
    }

    private static Instant read(String field, String text) {
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
}
