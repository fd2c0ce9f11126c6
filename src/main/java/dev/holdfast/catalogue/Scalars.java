package dev.holdfast.catalogue;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts of a document made into values; what cannot be made is a fault. */
final class Scalars {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern WEEKS = Pattern.compile("P(\\d{1,4})W");
    private static final Pattern DAYS = Pattern.compile("P(\\d{1,4}[WD])+");

    private Scalars() {}

    static @Nullable Boolean flag(SpecReader spec, String field, @Nullable String text) {
        if (text == null) return null;
        if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
        spec.fault(field, "MALFORMED", text + " is neither true nor false");
        return null;
    }

    static @Nullable BigDecimal decimal(SpecReader spec, String field, @Nullable String text) {
        if (text == null) return null;
        if (DECIMAL.matcher(text).matches()) return new BigDecimal(text);
        spec.fault(field, "MALFORMED", shortened(text) + " is not a decimal number");
        return null;
    }

    static @Nullable Integer integer(SpecReader spec, String field, @Nullable String text) {
        return parsed(spec, field, text, Scalars::wholeNumber, "a whole number");
    }

    static @Nullable Instant instant(SpecReader spec, String field, @Nullable String text) {
        return parsed(spec, field, text, Scalars::instant, "an instant such as 2026-10-01T00:00:00Z");
    }

    static List<LocalDate> dates(SpecReader spec, String field, List<String> texts) {
        var dates = new ArrayList<LocalDate>();
        for (var index = 0; index < texts.size(); index++) {
            var at = field + "[" + index + "]";
            var date = parsed(spec, at, texts.get(index), LocalDate::parse, "a date such as 2026-12-25");
            if (date != null) {
                dates.add(date);
            }
        }
        return dates;
    }

    static @Nullable ZoneId zone(SpecReader spec, String field, @Nullable String text) {
        if (text == null) return null;
        if (ZoneId.getAvailableZoneIds().contains(text)) return ZoneId.of(text);
        spec.fault(field, "UNKNOWN_VALUE", shortened(text) + " is not a time zone such as Europe/London");
        return null;
    }

    static <E extends Enum<E>> @Nullable E choice(
            SpecReader spec, String field, @Nullable String text, Class<E> choices) {
        if (text == null) return null;
        for (var choice : choices.getEnumConstants()) {
            if (spelling(choice).equals(text)) return choice;
        }
        var known = Arrays.stream(choices.getEnumConstants()).map(Scalars::spelling).collect(Collectors.joining(", "));
        spec.fault(field, "UNKNOWN_VALUE", shortened(text) + " is not one of " + known);
        return null;
    }

    static String spelling(Enum<?> choice) {
        return choice instanceof Spelled spelled
                ? spelled.spelling()
                : choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <V> @Nullable V parsed(
            SpecReader spec, String field, @Nullable String text, Function<String, V> parser, String expected) {
        if (text == null) return null;
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException unreadable) {
            spec.fault(field, "MALFORMED", shortened(text) + " is not " + expected);
            return null;
        }
    }

    static Duration duration(String text) {
        var weeks = WEEKS.matcher(text);
        return weeks.matches() ? Duration.ofDays(7L * Integer.parseInt(weeks.group(1))) : Duration.parse(text);
    }

    static Period days(String text) {
        if (!DAYS.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return Period.parse(text);
    }

    static URI address(String text) {
        var address = URI.create(text);
        var scheme = address.getScheme();
        if (scheme == null || address.getHost() == null || !scheme.matches("(?i)https?")) {
            throw new IllegalArgumentException(text);
        }
        return address;
    }

    private static Integer wholeNumber(String text) {
        return Integer.valueOf(text);
    }

    /** To the microsecond, as the database keeps it; between the years 1 and 9999. */
    private static Instant instant(String text) {
        var instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        var year = instant.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException(text);
        }
        return instant;
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
