package dev.holdfast.portal.web.audit;

import dev.holdfast.http.AskedTime;
import dev.holdfast.portal.web.ReaderTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An instant in an address: with its offset as programs write it, or by the reader's clock as a field of a page gives it. */
final class AskedInstant {

    private static final Pattern BY_THE_CLOCK = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?");

    private AskedInstant() {}

    /** Null where none is asked for; refused where it is none. */
    static @Nullable Instant orNull(String field, @Nullable String text, ReaderTime time) {
        if (text == null || !BY_THE_CLOCK.matcher(text.strip()).matches()) return AskedTime.instantOrNull(field, text);
        try {
            return AskedTime.instantOrNull(field, time.instant(text.strip()).toString());
        } catch (DateTimeException none) {
            return AskedTime.instantOrNull(field, text);
        }
    }
}
