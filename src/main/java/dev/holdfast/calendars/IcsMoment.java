package dev.holdfast.calendars;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A date or a time of a calendar as it is written: by the clock of a zone. */
record IcsMoment(LocalDateTime local, boolean isDate, ZoneId zone) {

    private static final Pattern DATE = Pattern.compile("[0-9]{8}");
    private static final Pattern TIME = Pattern.compile("[0-9]{8}T[0-9]{6}Z?");
    private static final Pattern LENGTH = Pattern.compile("\\+?P([0-9]{1,4}W)?([0-9]{1,5}D)?(T[0-9HMS]+)?");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    /** @throws DateTimeException where it is neither */
    static IcsMoment read(String text, ZoneId zone) {
        if (DATE.matcher(text).matches()) {
            return new IcsMoment(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay(), true, zone);
        }
        if (!TIME.matcher(text).matches()) throw new DateTimeException(text);
        var local = LocalDateTime.parse(text.substring(0, 15), CLOCK);
        return new IcsMoment(local, false, text.endsWith("Z") ? ZoneOffset.UTC : zone);
    }

    static IcsMoment read(IcsLines.Line line, ZoneId here) {
        return read(line.value().strip(), zone(line, here));
    }

    /** One that nobody knows is where the reader is. */
    static ZoneId zone(IcsLines.Line line, ZoneId here) {
        var name = line.parameters().get("TZID");
        return name == null ? here : IcsZones.named(name).orElse(here);
    }

    Instant instant() {
        return local.atZone(zone).toInstant();
    }

    IcsMoment at(LocalDateTime other) {
        return new IcsMoment(other, isDate, zone);
    }

    /** The same moment by the clock of another zone; a date is that date everywhere. */
    LocalDateTime in(ZoneId other) {
        return isDate ? local : LocalDateTime.ofInstant(instant(), other);
    }

    IcsMoment plus(String length) {
        var parts = LENGTH.matcher(length);
        if (!parts.matches()) throw new DateTimeException(length);
        var days = Period.ZERO.plusDays(number(parts.group(1)) * 7L + number(parts.group(2)));
        var later = local.plus(days);
        if (parts.group(3) == null) return at(later);
        var end = at(later).instant().plus(Duration.parse("P" + parts.group(3)));
        return new IcsMoment(LocalDateTime.ofInstant(end, zone), false, zone);
    }

    private static int number(@Nullable String part) {
        return part == null ? 0 : Integer.parseInt(part.substring(0, part.length() - 1));
    }
}
