package dev.holdfast.throughput;

import dev.holdfast.http.AskedTime;
import dev.holdfast.http.Unprocessable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which period is asked for, and by what its trend is cut; the last twelve weeks by week, unless said otherwise. */
public record ThroughputAsked(Instant from, Instant to, Buckets.Length bucket) {

    private static final Duration TWELVE_WEEKS = Duration.ofDays(84);
    private static final Duration LONGEST = Duration.ofDays(2 * 366);

    public static ThroughputAsked of(@Nullable String from, @Nullable String to, @Nullable String bucket, Instant now) {
        var end = to == null || to.isBlank() ? now.truncatedTo(ChronoUnit.SECONDS) : AskedTime.measured("to", to);
        var start = from == null || from.isBlank() ? end.minus(TWELVE_WEEKS) : AskedTime.measured("from", from);
        if (!start.isBefore(end)) throw Unprocessable.of("to", "OUT_OF_RANGE", "to is after from.");
        if (Duration.between(start, end).compareTo(LONGEST) > 0) throw Unprocessable.of("from", "OUT_OF_RANGE", "At most two years are asked for at once.");
        if (!start.isBefore(now)) throw Unprocessable.of("from", "OUT_OF_RANGE", "Nothing is measured before it happens: from is not past.");
        return new ThroughputAsked(start, end, bucket(bucket));
    }

    private static Buckets.Length bucket(@Nullable String text) {
        if (text == null || text.isBlank()) return Buckets.Length.WEEK;
        for (var length : Buckets.Length.values()) {
            if (length != Buckets.Length.DAY && length.name().toLowerCase(Locale.ROOT).equals(text)) return length;
        }
        throw Unprocessable.of("bucket", "UNKNOWN_VALUE", "A bucket is a week, a month or a quarter.");
    }
}
