package dev.holdfast.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Instants as lists write them: ISO 8601 with {@code T} or a space, seconds and fractions or none, an offset or the zone that was
 * said; seconds (10 digits) or milliseconds (13) since 1970; or a format that was said. What may be two instants is not guessed.
 */
record Times(@Nullable ZoneId zone, DateTimeFormatter formatter, boolean iso) {

    private static final Pattern EPOCH = Pattern.compile("[0-9]{10}([0-9]{3})?");
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .appendPattern("HH:mm")
            .optionalStart().appendPattern(":ss")
            .optionalStart().appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true).optionalEnd()
            .optionalEnd()
            .optionalStart().appendLiteral(' ').optionalEnd()
            .optionalStart().appendPattern("[XXX][XX][X]").optionalEnd()
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final int LAST_YEAR = 9999;

    /** What came of a text: an instant, or why it is none. */
    sealed interface Read {
        record At(Instant instant) implements Read {}

        record Not(String code, String why) implements Read {}
    }

    /** @throws IllegalArgumentException where the format is none */
    static Times of(@Nullable ZoneId zone, @Nullable String format) {
        return format == null ? new Times(zone, ISO, true) : new Times(zone, pattern(format), false);
    }

    /** Strict, so that there is no 30 February: the year of an era would need its era then. */
    private static DateTimeFormatter pattern(String format) {
        return format.contains("'")
                ? DateTimeFormatter.ofPattern(format, Locale.ENGLISH)
                : DateTimeFormatter.ofPattern(format.replace('y', 'u'), Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    Read read(String text) {
        try {
            if (iso && EPOCH.matcher(text).matches()) {
                var number = Long.parseLong(text);
                return within(text.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
            }
            var parsed = formatter.parse(iso ? plain(text) : text);
            var offset = parsed.query(TemporalQueries.offset());
            if (offset != null) return within(OffsetDateTime.of(LocalDateTime.from(parsed), offset).toInstant());
            var named = parsed.query(TemporalQueries.zoneId());
            return local(LocalDateTime.from(parsed), named == null ? zone : named, text);
        } catch (DateTimeException none) {
            return new Read.Not("MALFORMED", "“%s” is no instant such as 2026-10-01T09:30:00Z.".formatted(Cells.brief(text)));
        }
    }

    private static Read local(LocalDateTime said, @Nullable ZoneId zone, String text) {
        if (zone == null) return new Read.Not("NO_TIME_ZONE", "“%s” has no offset; say a time zone in the mapping.".formatted(Cells.brief(text)));
        var offsets = zone.getRules().getValidOffsets(said);
        if (offsets.size() == 1) return within(said.toInstant(offsets.getFirst()));
        return new Read.Not("MALFORMED", "“%s” was %s in %s, when the clocks changed; write its offset.".formatted(
                Cells.brief(text), offsets.isEmpty() ? "never" : "twice", zone));
    }

    /** To the microsecond, as the database keeps it. */
    private static Read within(Instant instant) {
        var year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year < 1 || year > LAST_YEAR
                ? new Read.Not("OUT_OF_RANGE", "The year %d is none that is kept.".formatted(year))
                : new Read.At(instant.truncatedTo(ChronoUnit.MICROS));
    }

    private static String plain(String text) {
        var spaced = text.length() > 10 && (text.charAt(10) == 'T' || text.charAt(10) == 't') ? text.substring(0, 10) + " " + text.substring(11) : text;
        return spaced.endsWith(" UTC") || spaced.endsWith(" GMT") ? spaced.substring(0, spaced.length() - 4) + "Z" : spaced;
    }
}
